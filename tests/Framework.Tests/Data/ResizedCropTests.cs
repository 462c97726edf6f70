using Espalier.Data;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Data;

public class ResizedCropTests
{
    [Fact]
    public void Apply_Batch_EqualsAnExplicitLoop()
    {
        const int Height = 9, Width = 12;
        using var scope = NewDisposeScope();
        using var set = Sets.Known(20, 3, Height, Width);
        var actual = Sets.Numbers(ResizedCrop.Apply(set.Images, 0.2, Draws(20)));
        var at = 0;
        foreach (var (n, draws) in Draws(20).Index())
        {
            var (top, left, h, w) = ResizedCrop.Draw(draws, 0.2, Height, Width);
            for (var c = 0; c < 3; c++)
                for (var y = 0; y < Height; y++)
                    for (var x = 0; x < Width; x++)
                    {
                        Assert.Equal(Value(n, c, top + ((y + 0.5) * h / Height) - 0.5, left + ((x + 0.5) * w / Width) - 0.5), actual[at++], 2e-2);
                    }
        }

        static double Value(int n, int c, double y, double x)
        {
            (y, x) = (Math.Clamp(y, 0, Height - 1), Math.Clamp(x, 0, Width - 1));
            var (top, left) = ((int)Math.Floor(y), (int)Math.Floor(x));
            double Pixel(int row, int column) => Sets.Pixel(n, c, Math.Min(row, Height - 1), Math.Min(column, Width - 1));
            var upper = Pixel(top, left) + ((x - left) * (Pixel(top, left + 1) - Pixel(top, left)));
            var lower = Pixel(top + 1, left) + ((x - left) * (Pixel(top + 1, left + 1) - Pixel(top + 1, left)));
            return upper + ((y - top) * (lower - upper));
        }
    }

    [Fact]
    public void Apply_WholeArea_ChangesNothing()
    {
        using var scope = NewDisposeScope();
        using var set = Sets.Known(5, 3, 8, 8);
        Assert.True(ResizedCrop.Apply(set.Images, 1, Draws(5)).allclose(set.Images.to_type(ScalarType.Float32), 1e-4, 1e-3));
    }

    [Theory]
    [InlineData(0.08, 32, 32)]
    [InlineData(0.5, 40, 30)]
    [InlineData(0.9, 10, 40)]
    public void Draw_Parts_LieInTheImageWithTheirArea(double least, int height, int width)
    {
        var boxes = Draws(500).Select(draws => ResizedCrop.Draw(draws, least, height, width)).ToArray();
        Assert.All(boxes, box => Assert.True(box.Top >= 0 && box.Left >= 0 && box.Top + box.Height <= height && box.Left + box.Width <= width));
        Assert.All(boxes, box => Assert.InRange(box.Width / (double)box.Height, 0.6, 1.6));
        if (height < 2 * width && width < 2 * height)
        {
            Assert.All(boxes, box => Assert.True(box.Width * box.Height >= 0.9 * least * height * width));
            Assert.InRange(boxes.Average(box => box.Width * box.Height / (double)(height * width)), ((1 + least) / 2) - 0.1, ((1 + least) / 2) + 0.05);
            Assert.True(boxes.Distinct().Count() > 200);
        }
        else
        {
            // Nothing that large has such proportions: the middle.
            Assert.Equal(new ResizedCrop.Box(0, 13, 10, 13), Assert.Single(boxes.Distinct()));
        }
    }

    private static RandomDraws[] Draws(int count) => [.. Enumerable.Range(0, count).Select(static i => new RandomDraws(8, 1, RandomUse.ResizedCrop, (ulong)i))];
}
