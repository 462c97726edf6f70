using Espalier.Graphs;
using Espalier.Runs;
using TorchSharp;

namespace Espalier.Framework.Tests.Runs;

public sealed class LatencyMeterTests
{
    [Fact]
    public void Measure_TwoModels_TimesBothAndLeavesTheirMode()
    {
        using var small = new SmallNet(2, 3);
        using var large = new SmallNet(8, 3);
        large.train();

        var times = new LatencyMeter(batch: 2).Measure(
            [TracedModel.Trace(small, InputSpec.Of(1, 1, 6, 6)), TracedModel.Trace(large, InputSpec.Of(1, 1, 6, 6))], TimeSpan.FromMilliseconds(20));

        Assert.Equal(2, times.Count);
        Assert.All(times, time => Assert.True(time.Runs >= 5 && time.Median > 0 && time.LowerQuartile <= time.Median && time.Median <= time.UpperQuartile));
        Assert.True(large.training);
    }
}
