using Espalier.Data;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Data;

public class AugmentationTests
{
    [Theory]
    [InlineData(2, false)]
    [InlineData(0, true)]
    [InlineData(3, true)]
    public void Placement_Batch_EqualsAnExplicitLoop(int padding, bool flip)
    {
        using var scope = NewDisposeScope();
        using var set = Sets.Known(20);
        var (height, width) = (set.Height, set.Width);
        var actual = Placement.Apply(set.Images, padding, flip, Draws(20)).data<byte>().ToArray();
        var expected = new List<byte>();
        var (flips, moves) = (0, new HashSet<(int, int)>());
        foreach (var (n, draws) in Draws(20).Index())
        {
            var (top, left) = (draws.NextBelow((2 * padding) + 1) - padding, draws.NextBelow((2 * padding) + 1) - padding);
            var mirrored = draws.NextBelow(2) == 1 && flip;
            flips += mirrored ? 1 : 0;
            moves.Add((top, left));
            for (var c = 0; c < set.Channels; c++)
                for (var y = top; y < top + height; y++)
                    for (var x = 0; x < width; x++)
                    {
                        var from = left + (mirrored ? width - 1 - x : x);
                        expected.Add(y < 0 || y >= height || from < 0 || from >= width ? (byte)0 : Sets.Pixel(n, c, y, from));
                    }
        }

        Assert.Equal(expected, actual);
        Assert.Equal(flip, flips is > 0 and < 20);
        Assert.Equal(padding > 0, moves.Count > 5);
    }

    [Fact]
    public void Erasing_Batch_FillsOneRectangleOfNoise()
    {
        using var scope = NewDisposeScope();
        var images = zeros(200, 2, 16, 12);
        var erased = Erasing.Apply(images.clone(), 0.5, Draws(200), new RandomDraws(1, 0, RandomUse.Noise, 0));
        var values = Sets.Numbers(erased.ne(0).to_type(ScalarType.Float32));
        var count = 0;
        for (var n = 0; n < 200; n++)
        {
            var places = Enumerable.Range(0, 16 * 12).Where(i => values[(n * 2 * 192) + i] > 0).ToArray();
            Assert.Equal(places, Enumerable.Range(0, 192).Where(i => values[(((n * 2) + 1) * 192) + i] > 0));
            if (places.Length == 0)
            {
                continue;
            }

            count++;
            var (h, w) = (places.Max(static i => i / 12) - places.Min(static i => i / 12) + 1, places.Max(static i => i % 12) - places.Min(static i => i % 12) + 1);
            Assert.Equal(h * w, places.Length);
            Assert.InRange(places.Length / 192.0, 0.01, 0.4);
        }

        Assert.InRange(count, 70, 130);
        var noise = Sets.Numbers(erased.masked_select(erased.ne(0)));
        Assert.Equal(0, noise.Average(), 0.05);
        Assert.Equal(1, noise.Average(static x => x * x), 0.05);
    }

    [Fact]
    public void Mixup_Batch_IsTheShareOfItAndOfItsReverse()
    {
        using var scope = NewDisposeScope();
        var (images, labels) = (rand(4, 3, 6, 5), tensor([0L, 1, 2, 0]));
        var (mixed, targets) = Mixing.Apply(images, labels, 3, new() { Mixup = 0.8 }, Draw());
        var draw = Draw();
        draw.NextDouble();
        var share = draw.NextBeta(0.8);
        Assert.True(mixed.allclose((images * share) + (images.flip(0) * (1 - share)), 1e-5, 1e-6));
        float a = (float)share, b = (float)(1 - share);
        Assert.Equal([a + b, 0, 0, 0, a, b, 0, b, a, a + b, 0, 0], Sets.Numbers(targets!), (x, y) => Math.Abs(x - y) < 1e-6);
    }

    [Fact]
    public void CutMix_Batch_ExchangesOneRectangleOfTheTargetsShare()
    {
        using var scope = NewDisposeScope();
        for (var step = 0UL; step < 20; step++)
        {
            var (images, labels) = (stack([zeros(3, 10, 8), ones(3, 10, 8)]), tensor([0L, 1]));
            var (mixed, targets) = Mixing.Apply(images, labels, 2, new() { CutMix = 1 }, new RandomDraws(3, 0, RandomUse.Mixing, step));
            var foreign = mixed[0].mean().item<float>();
            Assert.Equal(1 - foreign, mixed[1].mean().item<float>(), 1e-5);
            Assert.Equal([1 - foreign, foreign, foreign, 1 - foreign], Sets.Numbers(targets!), (x, y) => Math.Abs(x - y) < 1e-5);
            var (rows, columns) = (mixed[0, 0].amax([1]).sum().item<float>(), mixed[0, 0].amax([0]).sum().item<float>());
            Assert.Equal(rows * columns / 80, foreign, 1e-5);
        }
    }

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.5, 100)]
    [InlineData(1.0, 200)]
    public void Mixing_Probability_IsKept(double probability, int about)
    {
        using var scope = NewDisposeScope();
        var (images, labels) = (rand(2, 1, 4, 4), tensor([0L, 1]));
        var options = new AugmentationOptions { Mixup = 1, CutMix = 1, MixProbability = probability };
        var mixed = Enumerable.Range(0, 200)
            .Count(i => Mixing.Apply(images, labels, 2, options, new RandomDraws(0, 0, RandomUse.Mixing, (ulong)i)).Targets is not null);
        Assert.InRange(mixed, about - 25, about + 25);
    }

    private static RandomDraws Draw() => new(3, 0, RandomUse.Mixing, 0);

    private static RandomDraws[] Draws(int count) => [.. Enumerable.Range(0, count).Select(static i => new RandomDraws(11, 2, RandomUse.Placement, (ulong)i))];
}
