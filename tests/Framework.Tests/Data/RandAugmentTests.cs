using Espalier.Data;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Data;

/// <summary>What an image becomes depends on its own draws alone.</summary>
public class RandAugmentTests
{
    private const int Count = 40;
    private static readonly double[] Means = [0.1, 0.5, 0.9];

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(3, 0.8)]
    public void Apply_Batch_IsWhatEachImageDrewOneAfterAnother(int count, double probability)
    {
        using var scope = NewDisposeScope();
        using var set = Sets.Known(Count, 3, 9, 12);
        var options = new RandAugmentOptions { Count = count, Probability = probability, MagnitudeStd = 3 };
        var actual = RandAugment.Apply(set.Images, options, Means, Draws());
        var background = tensor(Means.Select(mean => (float)(mean * 255)).ToArray(), [1, 3, 1, 1]);
        var kinds = new HashSet<ChangeKind>();
        foreach (var (n, draws) in Draws().Index())
        {
            var image = set.Images.narrow(0, n, 1).to_type(ScalarType.Float32);
            for (var round = 0; round < count; round++)
            {
                // Which, whether, how strong, which way.
                var kind = (ChangeKind)draws.NextBelow(15);
                var happens = draws.NextDouble() < probability;
                var level = Math.Min(10, Math.Max(0, 9 + (3 * draws.NextNormal()))) / 10;
                var change = new Change(kind, level, draws.NextBelow(2) == 0 ? 1 : -1);
                if (happens)
                {
                    kinds.Add(kind);
                    image = GeometricChanges.Has(kind) ? GeometricChanges.Apply(image, [change], background) : ColorChanges.Apply(image, kind, [change]);
                }
            }

            Assert.True(image[0].allclose(actual[n], 1e-5, 1e-3), $"image {n}");
        }

        Assert.True(kinds.Count > 8);
    }

    [Fact]
    public void Apply_BytesOrFloats_GivesTheSame()
    {
        using var scope = NewDisposeScope();
        using var set = Sets.Known(Count);
        var options = new RandAugmentOptions();
        var bytes = RandAugment.Apply(set.Images, options, Means, Draws());
        Assert.True(bytes.equal(RandAugment.Apply(set.Images.to_type(ScalarType.Float32), options, Means, Draws())).all().item<bool>());
        Assert.Equal(Sets.Pixel(7, 1, 2, 3), set.Images[7, 1, 2, 3].item<byte>());
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.5, 60, 140)]
    [InlineData(1, 170, 200)]
    public void Apply_Probability_IsThatOfAChange(double probability, int least, int most)
    {
        using var scope = NewDisposeScope();
        using var set = Sets.Known(200, 3, 8, 8);
        var options = new RandAugmentOptions { Count = 1, Probability = probability, MagnitudeStd = 0 };
        var changed = RandAugment.Apply(set.Images, options, Means, Draws(200)).sub(set.Images).abs().amax([1L, 2, 3]).gt(0.5).sum().item<long>();
        Assert.InRange(changed, least, most);
    }

    private static RandomDraws[] Draws(int count = Count) => [.. Enumerable.Range(0, count).Select(static i => new RandomDraws(21, 4, RandomUse.Changes, (ulong)i))];
}
