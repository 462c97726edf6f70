using Espalier.Data;

namespace Espalier.Framework.Tests.Data;

public class RandomDrawsTests
{
    private const int Many = 100_000;

    [Fact]
    public void NextBits_AnyPartOfItsName_ChangesTheNumbers()
    {
        RandomDraws[] draws =
        [
            new(1, 2, RandomUse.Order, 3), new(1L << 32, 2, RandomUse.Order, 3), new(1, 3, RandomUse.Order, 3), new(1, 2, RandomUse.Mixing, 3),
            new(1, 2, RandomUse.Order, 4), new(1, 2, RandomUse.Order, 3 + (1UL << 40)),
        ];
        Assert.Equal(draws.Length, draws.Select(static draw => (draw.NextBits(), draw.NextBits())).Distinct().Count());
        Assert.Equal(new RandomDraws(1, 2, RandomUse.Order, 3).NextBits(), new RandomDraws(1, 2, RandomUse.Order, 3).NextBits());
    }

    [Fact]
    public void NextBits_FirstBlock_IsPhilox()
    {
        var draws = new RandomDraws(7 + (9L << 32), 5, RandomUse.Erasing, 3);
        var block = Philox.Block((0, 3, 5, (uint)RandomUse.Erasing), (7, 9));
        Assert.Equal([block.A, block.B, block.C, block.D], new[] { draws.NextBits(), draws.NextBits(), draws.NextBits(), draws.NextBits() });
        Assert.Equal(Philox.Block((1, 3, 5, (uint)RandomUse.Erasing), (7, 9)).A, draws.NextBits());
    }

    [Fact]
    public void NextBelow_ManyDraws_AreEven()
    {
        var draws = Draws();
        var counts = new int[6];
        for (var i = 0; i < Many; i++)
        {
            counts[draws.NextBelow(6)]++;
        }

        // Chi-square with 5 degrees of freedom: 25 has a probability of 1.4e-4.
        Assert.InRange(counts.Sum(static count => Math.Pow(count - (Many / 6.0), 2) / (Many / 6.0)), 0, 25);
        Assert.Equal(0, draws.NextBelow(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => draws.NextBelow(0));
    }

    [Fact]
    public void NextNormal_ManyDraws_HaveTheMoments()
    {
        var draws = Draws();
        var values = Enumerable.Range(0, Many).Select(_ => draws.NextNormal()).ToArray();
        Assert.Equal(0, values.Average(), 0.02);
        Assert.Equal(1, values.Average(static x => x * x), 0.03);
        Assert.Equal(3, values.Average(static x => x * x * x * x), 0.2);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.8)]
    [InlineData(1.0)]
    [InlineData(3.0)]
    public void NextBeta_ManyDraws_HaveTheMoments(double alpha)
    {
        var draws = Draws();
        var values = Enumerable.Range(0, Many).Select(_ => draws.NextBeta(alpha)).ToArray();
        Assert.All(values, static value => Assert.InRange(value, 0, 1));
        Assert.Equal(0.5, values.Average(), 0.01);
        Assert.Equal(1 / (4 * ((2 * alpha) + 1)), values.Average(static x => (x - 0.5) * (x - 0.5)), 0.005);
    }

    [Fact]
    public void NextDouble_ManyDraws_StayBelowOne()
    {
        var draws = Draws();
        var values = Enumerable.Range(0, Many).Select(_ => draws.NextDouble()).ToArray();
        Assert.All(values, static value => Assert.InRange(value, 0, 1 - 1e-16));
        Assert.Equal(0.5, values.Average(), 0.01);
    }

    private static RandomDraws Draws() => new(42, 0, RandomUse.Order, 0);
}
