using Espalier.Planning;

namespace Espalier.Plugins.Snp.Tests;

/// <summary>The search alone, against times that are a function of MACs.</summary>
public sealed class LatencySearchTests
{
    private const long Dense = 1_000_000;

    [Theory]
    [InlineData("affine")]
    [InlineData("steps")]
    [InlineData("root")]
    [InlineData("square")]
    [InlineData("flat end")]
    public void Best_TimeGrowsWithMacs_IsJustBelowTheGoal(string curve)
    {
        foreach (var part in new[] { 0.45, 0.6, 0.8, 0.95 })
        {
            var search = Run(new LatencyBudget(part, true), macs => Time(curve, macs));
            Assert.InRange(search.Probes.Count, 1, LatencySearch.MostProbes);
            Assert.True(search.Best.Part <= part);
            // Where the time jumps over the goal, nothing is near to it.
            Assert.True(curve is "steps" or "flat end" || search.Best.Part >= part * (1 - LatencySearch.Tolerance), $"{curve} {part}: {search.Best}");
        }
    }

    [Fact]
    public void Next_AffineTimes_NeedsTwoMeasurements()
    {
        var search = Run(new LatencyBudget(0.6, true), macs => 2 + (8.0 * macs / Dense));
        Assert.Equal(2, search.Probes.Count);
        Assert.Equal(0.591, search.Best.Part, 1e-4);
    }

    [Fact]
    public void Best_Milliseconds_AreComparedWithTheMedianOfTheModel()
    {
        var search = Run(new LatencyBudget(5, false), macs => 2 + (8.0 * macs / Dense));
        Assert.Equal(10, search.Before);
        Assert.InRange(search.Best.After, 5 * 0.97, 5);
        var goal = search.Goal();
        Assert.Equal(("latency kept", 5, "ms", true), (goal.Goal, goal.Asked, goal.Unit, goal.IsMet));
    }

    [Fact]
    public void Best_DisturbedMachine_IsTheSame()
    {
        // All that is measured from the second probe on takes three times as long.
        var calm = Run(new LatencyBudget(0.5, true), macs => 2 + (8.0 * macs / Dense));
        var disturbed = Run(new LatencyBudget(0.5, true), macs => 2 + (8.0 * macs / Dense), probe => probe > 0 ? 3 : 1);
        Assert.Equal(calm.Best.Macs, disturbed.Best.Macs);
    }

    [Fact]
    public void Best_WidthsInSteps_FindsTheWidestStep()
    {
        static long Step(long macs) => macs / 125_000 * 125_000;
        var search = Run(new LatencyBudget(0.7, true), macs => 1 + (9.0 * macs / Dense), macs: asked => Math.Max(1000, Step(asked)));
        Assert.Equal(625_000, search.Best.Macs);
    }

    [Fact]
    public void Best_AllMayStay_IsTheModelAsItIs()
    {
        var search = Run(new LatencyBudget(50, false), macs => 2 + (8.0 * macs / Dense));
        Assert.Equal((Dense, 1), (search.Best.Asked, search.Best.Part));
        Assert.Single(search.Probes);
    }

    [Fact]
    public void Best_RatiosAloneKeepToIt_NothingMoreGoes()
    {
        var search = Run(new LatencyBudget(0.7, true), macs => 2 + (8.0 * macs / Dense), macs: asked => Math.Min(asked, 500_000), most: 500_000);
        Assert.Equal((Dense, 500_000), (search.Best.Asked, search.Best.Macs));
        Assert.Equal(2, search.Probes.Count);
    }

    [Fact]
    public void Best_OutOfReach_SaysTheLeastThatWasMeasured()
    {
        var search = Run(new LatencyBudget(0.3, true), macs => 4 + (6.0 * macs / Dense));
        Assert.Single(search.Probes);
        var error = Assert.Throws<PlanException>(() => search.Best);
        Assert.Contains("At most 3 ms (30 %) may stay of the 10 ms", error.Message, StringComparison.Ordinal);
        Assert.Contains("the least that was measured is 4.006 ms (40.1 %), with 1000 of 1000000 MACs", error.Message, StringComparison.Ordinal);
    }

    private static LatencySearch Run(
        LatencyBudget budget, Func<long, double> time, Func<int, double>? disturbance = null, Func<long, long>? macs = null, long most = Dense)
    {
        var search = new LatencySearch(budget, 1000, most, Dense);
        for (var probe = 0; search.Next is { } asked; probe++)
        {
            var factor = disturbance?.Invoke(probe) ?? 1;
            var found = macs?.Invoke(asked) ?? asked;
            search.Add(new LatencyProbe(asked, found, factor * time(Dense), factor * time(found)));
        }

        return search;
    }

    private static double Time(string curve, long macs)
    {
        var part = (double)macs / Dense;
        return curve switch
        {
            "steps" => 1 + Math.Floor(part * 8),
            "root" => 1 + (9 * Math.Sqrt(part)),
            "square" => 2 + (8 * part * part),
            "flat end" => part < 0.7 ? 1 + (4 * part) : 10,
            _ => 3 + (7 * part),
        };
    }
}
