using Espalier.Counting;
using Espalier.Models.Tests;
using Espalier.Planning;
using Espalier.Plugins.Tests.Runs;

namespace Espalier.Plugins.Channel.Tests;

/// <summary>Budgets are kept whatever the model, the criterion and the schedule.</summary>
public sealed class BudgetTests
{
    /// <summary>Widths of the small models end at one unit: what they can reach differs.</summary>
    private const string OutOfReach = "least that can be reached";

    public static TheoryData<string, string> EveryModel
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var model in Zoo.All.Keys)
            {
                foreach (var criterion in Scores.Weights.Keys)
                {
                    data.Add(model, criterion);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryModel))]
    public void Run_MacBudgets_LeaveNoMoreAndOneUnitMoreWouldBeTooMuch(string model, string criterion)
    {
        foreach (var part in new[] { "0.8", "50%" })
        {
            using var run = new Run(model, Scores.Parts());
            var dense = ModelCounts.Of(run.Context.Model).Macs;
            try
            {
                var result = new ChannelMethod(new ChannelOptions { Macs = part, Criterion = new(criterion) }).Run(run.Context, default);
                Assert.True(Assert.Single(result.Goals).IsMet);
            }
            catch (PlanException error) when (run.Context.Plans.Count == 0)
            {
                Assert.True(error.Message.Contains(OutOfReach, StringComparison.Ordinal) || error.Message.StartsWith("Nothing of", StringComparison.Ordinal), error.Message);
                continue;
            }

            var limit = Budget.Parse(CostMeasure.Macs, part).Limit(dense);
            Assert.InRange(ModelCounts.Of(run.Context.Model).Macs, 1, limit);
        }
    }

    [Theory]
    [InlineData("taylor")]
    [InlineData("fisher")]
    [InlineData("wanda")]
    [InlineData("l2")]
    public void Run_CriteriaWithData_KeepBudgetsOfEveryMeasure(string criterion)
    {
        foreach (var options in new ChannelOptions[] { new() { Macs = "0.5" }, new() { Parameters = "0.5" }, new() { Ratio = 0.4 } })
        {
            using var data = Images.Of(16);
            using var run = new Run("cifar_resnet", Scores.Parts(), data);
            var result = new ChannelMethod(options with { Criterion = new(criterion), Calibration = new() { Images = 8 } }).Run(run.Context, default);
            var goal = Assert.Single(result.Goals);
            Assert.True(goal.IsMet);
            Assert.InRange(goal.Achieved, 0.8 * goal.Asked, goal.Asked);
        }
    }

    [Fact]
    public void Run_AbsoluteMacs_AreKept()
    {
        using var run = new Run("cifar_resnet", Scores.Parts());
        var result = new ChannelMethod(new ChannelOptions { Macs = "150k" }).Run(run.Context, default);
        Assert.Equal(150_000, result.Goals[0].Asked);
        Assert.InRange(ModelCounts.Of(run.Context.Model).Macs, 120_000, 150_000);
    }

    [Theory]
    [InlineData("resnet_basic")]
    [InlineData("vision_transformer")]
    public void Run_RoundToWithABudget_KeepsBoth(string model)
    {
        using var run = new Run(model, Scores.Parts());
        var method = new ChannelMethod(new ChannelOptions { Macs = "0.6", RoundTo = 4 });
        var result = method.Run(run.Context, default);
        Assert.True(result.Goals[0].IsMet);
        var rows = run.Context.Plans[0].Steps[0].Cuts.Where(cut => !cut.Group.Contains('#', StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(rows);
        Assert.All(rows, cut => Assert.Equal(0, (cut.Width - cut.Units.Count) % 4));
    }

    [Theory]
    [InlineData(CutCurve.Linear)]
    [InlineData(CutCurve.Cubic)]
    [InlineData(CutCurve.Exponential)]
    public void Run_Rounds_EndAtTheBudgetOfOneRound(CutCurve curve)
    {
        using var run = new Run("resnet_basic", Scores.Parts());
        var result = new ChannelMethod(new ChannelOptions { Macs = "0.4", Schedule = new() { Rounds = 4, Curve = curve } }).Run(run.Context, default);
        Assert.True(result.Goals[0].IsMet);
        // One channel of the widest residual sum is up to a tenth of this small model.
        Assert.InRange(result.Metrics["macs_kept_percent"], 30, 40);
        Assert.Equal(4, run.Records.Count);
        Assert.InRange(run.Context.Plans.Count, 2, 4);
        Assert.Equal(result.Metrics["macs_after"], ModelCounts.Of(run.Context.Model).Macs);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_LocalRatio_IsThatOfEveryLayer(int rounds)
    {
        using var run = new Run("vgg", Scores.Parts());
        var result = new ChannelMethod(new ChannelOptions { Ratio = 0.5, Ranking = ChannelRanking.Local, Schedule = new() { Rounds = rounds } })
            .Run(run.Context, default);
        foreach (var (name, width) in result.Metrics.Where(pair => pair.Key.StartsWith("width_before/", StringComparison.Ordinal)))
        {
            Assert.Equal(Math.Floor(width / 2), result.Metrics[name.Replace("before", "after", StringComparison.Ordinal)]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Run_BudgetOutOfReach_SaysTheLeastBeforeTheFirstRound(int rounds)
    {
        using var run = new Run("cifar_resnet", Scores.Parts());
        var before = run.State();
        var error = Assert.Throws<PlanException>(() => new ChannelMethod(new ChannelOptions { Macs = "0.001", Schedule = new() { Rounds = rounds } }).Run(run.Context, default));
        Assert.Contains(OutOfReach, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, run.State());
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.0)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    public void Run_RatioOutOfRange_SaysWhatARatioIs(double ratio)
    {
        using var run = new Run("mlp", Scores.Parts());
        var error = Assert.Throws<PlanException>(() => new ChannelMethod(new ChannelOptions { Ratio = ratio }).Run(run.Context, default));
        Assert.Contains("part of the units that goes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_OfOptions_AreAllNamed()
    {
        Assert.Contains("Give 'ratio'", Assert.Single(new ChannelOptions().Problems()).Message, StringComparison.Ordinal);
        Assert.Contains("one of", Assert.Single(new ChannelOptions { Ratio = 0.5, Macs = "0.5" }.Problems()).Message, StringComparison.Ordinal);
        Assert.Contains("29.5M", Assert.Single(new ChannelOptions { Macs = "much" }.Problems()).Message, StringComparison.Ordinal);
        Assert.Empty(new ChannelOptions { Macs = "29.5M" }.Problems());
        Assert.Equal("Scopes", Assert.Single(new ChannelOptions { Ratio = 0.5, Ranking = ChannelRanking.Scope }.Problems()).Option);
        Assert.Equal("Between", Assert.Single(new ChannelOptions { Ratio = 0.5, Between = new("finetune") }.Problems()).Option);
        Assert.NotEmpty(new ChannelOverride { Layers = ["fc1"] }.Problems());
    }
}
