using Espalier.Runs;

namespace Espalier.Framework.Tests.Runs;

public sealed class RunSeedsTests
{
    // The first outputs of SplitMix64 for the seed 0, as published with its reference code, without the lowest bit.
    [Fact]
    public void Of_SeedZero_IsSplitMix() => Assert.Equal(
        [(long)(0xE220A8397B1DCDAFUL >> 1), (long)(0x6E789E6AA1B965F4UL >> 1), (long)(0x06C45D188009454FUL >> 1)],
        [RunSeeds.OfModel(0), RunSeeds.OfStep(0, 0), RunSeeds.OfStep(0, 1)]);

    [Fact]
    public void OfStep_ManySeedsAndSteps_AreDifferentAndNotNegative()
    {
        var seeds = (from seed in Enumerable.Range(-5, 10) from step in Enumerable.Range(0, 50) select RunSeeds.OfStep(seed, step)).ToList();

        Assert.Equal(seeds.Count, seeds.Distinct().Count());
        Assert.All(seeds, seed => Assert.True(seed >= 0));
    }
}
