using Espalier.Data;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Data;

/// <summary>Each change against a loop over pixels of one image; expected values follow Pillow's definitions.</summary>
public class ColorChangesTests
{
    private const int Height = 7, Width = 6;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Apply_EveryKind_EqualsAnExplicitLoop(int channels)
    {
        using var scope = NewDisposeScope();
        using var set = Sets.Known(3, channels, Height, Width);
        Change[] levels = [new(default, 0.9, 1), new(default, 0.35, -1), new(default, 1, 1)];
        foreach (var kind in Enum.GetValues<ChangeKind>().Where(static kind => !GeometricChanges.Has(kind)))
        {
            var changes = levels.Select(level => level with { Kind = kind }).ToArray();
            var actual = Sets.Numbers(ColorChanges.Apply(set.Images.to_type(ScalarType.Float32), kind, changes));
            var expected = changes.SelectMany((change, n) => Expected(n, channels, change)).ToArray();
            Assert.Equal(expected.Length, actual.Length);
            Assert.All(expected.Zip(actual), pair => Assert.True(Math.Abs(pair.First - pair.Second) < 2e-3, $"{kind}: {pair}"));
        }
    }

    [Fact]
    public void Apply_FlatImage_StaysWhereNothingCanBeStretched()
    {
        using var scope = NewDisposeScope();
        var flat = full([1, 3, 4, 4], 77f);
        Change[] change = [new(ChangeKind.AutoContrast, 1, 1)];
        Assert.All(Sets.Numbers(ColorChanges.Apply(flat, ChangeKind.AutoContrast, change)), static value => Assert.Equal(77, value));
        Assert.All(Sets.Numbers(ColorChanges.Apply(flat, ChangeKind.Equalize, change)), static value => Assert.Equal(77, value));
    }

    [Fact]
    public void Equalize_LargeImage_SpreadsTheHistogram()
    {
        using var scope = NewDisposeScope();
        var pixels = Enumerable.Range(0, 64 * 64).Select(static i => (float)(100 + (i % 40))).ToArray();
        var even = Sets.Numbers(ColorChanges.Apply(tensor(pixels, [1, 1, 64, 64]), ChangeKind.Equalize, [new(ChangeKind.Equalize, 1, 1)]));

        // Pillow's table, step by step.
        var histogram = new int[256];
        Array.ForEach(pixels, value => histogram[(int)value]++);
        var step = (pixels.Length - histogram[139]) / 255;
        var (table, sum) = (new int[256], step / 2);
        for (var i = 0; i < 256; i++)
        {
            table[i] = Math.Min(255, sum / step);
            sum += histogram[i];
        }

        Assert.Equal(pixels.Select(value => (float)table[(int)value]), even);
        Assert.True(even.Max() - even.Min() > 200);
    }

    private static IEnumerable<double> Expected(int n, int channels, Change change)
    {
        double Pixel(int c, int y, int x) => Sets.Pixel(n, c, y, x);
        double Grey(int y, int x) => channels == 1 ? Pixel(0, y, x) : (0.299 * Pixel(0, y, x)) + (0.587 * Pixel(1, y, x)) + (0.114 * Pixel(2, y, x));
        var places = (from y in Enumerable.Range(0, Height) from x in Enumerable.Range(0, Width) select (Y: y, X: x)).ToArray();
        var factor = Math.Max(0.1, 1 + (0.9 * change.Level * change.Sign));
        var mean = places.Average(place => Grey(place.Y, place.X));
        for (var c = 0; c < channels; c++)
        {
            var (low, high) = (places.Min(place => Pixel(c, place.Y, place.X)), places.Max(place => Pixel(c, place.Y, place.X)));
            foreach (var (y, x) in places)
            {
                var value = Pixel(c, y, x);
                var inner = y > 0 && x > 0 && y < Height - 1 && x < Width - 1;
                var smooth = !inner ? value : (from dy in (int[])[-1, 0, 1] from dx in (int[])[-1, 0, 1] select Pixel(c, y + dy, x + dx) * (dy == 0 && dx == 0 ? 5 : 1)).Sum() / 13;
                yield return Math.Clamp(change.Kind switch
                {
                    ChangeKind.AutoContrast => (value - low) * 255 / (high - low),
                    // 42 pixels are too few for a step: Pillow leaves the image.
                    ChangeKind.Equalize => value,
                    ChangeKind.Invert => 255 - value,
                    ChangeKind.Posterize => ((int)value >> (4 + (int)(change.Level * 4))) << (4 + (int)(change.Level * 4)),
                    ChangeKind.Solarize => value < 256 - (int)(change.Level * 256) ? value : 255 - value,
                    ChangeKind.SolarizeAdd => value < 128 ? value + (int)(change.Level * 110) : value,
                    ChangeKind.Color => Grey(y, x) + (factor * (value - Grey(y, x))),
                    ChangeKind.Contrast => mean + (factor * (value - mean)),
                    ChangeKind.Brightness => factor * value,
                    _ => smooth + (factor * (value - smooth)),
                }, 0, 255);
            }
        }
    }
}
