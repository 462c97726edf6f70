using Espalier.Models;
using Espalier.Models.Tests.Reference;
using Espalier.Planning;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp.Tests;

/// <summary>Budgets of MACs and parameters, and how they are shared out.</summary>
public sealed class SnpBudgetTests
{
    [Theory]
    [InlineData("50%", Allocation.Sensitivity, AttentionKind.Split)]
    [InlineData("30%", Allocation.Sensitivity, AttentionKind.Split)]
    [InlineData("50%", Allocation.Scores, AttentionKind.Split)]
    [InlineData("50%", Allocation.Uniform, AttentionKind.Split)]
    [InlineData("50%", Allocation.Sensitivity, AttentionKind.Fused)]
    public void Run_Budget_IsKeptClosely(string budget, Allocation allocation, AttentionKind kind)
    {
        using var scope = NewDisposeScope();
        var model = Noise.Fill(new VisionTransformer(16, 4, 10, 24, 2, 3, attention: kind));
        var (_, result) = Images.Prune(model, 16, new SnpOptions { Macs = budget, Allocation = allocation });
        var goal = Assert.Single(result.Goals);
        Assert.True(goal.IsMet);
        Assert.InRange(goal.Achieved, 0.85 * goal.Asked, goal.Asked);
        Assert.Equal(goal.Achieved, result.Metrics["macs_after"]);
    }

    [Fact]
    public void Run_BudgetWithRatios_KeepsTheRatios()
    {
        using var scope = NewDisposeScope();
        var model = Small();
        var (_, result) = Images.Prune(
            model, 16, new SnpOptions { Parameters = "60%", Residual = 0, Layers = new Dictionary<string, double> { ["blocks.0.attn.q"] = 0.5 } });
        Assert.Equal(24, result.Metrics["width_after/patch_embed.proj"]);
        Assert.Equal(4, result.Metrics["width_after/blocks.0.attn.q"]);
        Assert.True(Assert.Single(result.Goals).IsMet);
        Assert.True(result.Metrics["parameters_after"] <= 0.6 * result.Metrics["parameters_before"]);
    }

    [Fact]
    public void Run_UniformBudget_CutsAllLayersAlike()
    {
        using var scope = NewDisposeScope();
        var (_, result) = Images.Prune(Small(), 16, new SnpOptions { Macs = "50%", Allocation = Allocation.Uniform });
        var parts = result.Metrics.Where(pair => pair.Key.StartsWith("width_after/", StringComparison.Ordinal))
            .Select(pair => pair.Value / result.Metrics[pair.Key.Replace("after", "before", StringComparison.Ordinal)]).ToArray();
        Assert.Equal(7, parts.Length);
        // The narrowest rows have 8 units: a step is an eighth.
        Assert.InRange(parts.Max() - parts.Min(), 0, 0.13);
    }

    [Fact]
    public void Priorities_EqualScores_AreInverseOfWhatIsKept()
    {
        var priorities = ScoreShares.Priorities([3, 3, 3, 3], [0, 0, 0, 0]);
        Assert.All(new[] { 4, 2, 4.0 / 3, 1 }.Zip(priorities), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.Equal([0, 2], ScoreShares.Priorities([double.NegativeInfinity, 1], [0, 0]));
        Assert.Equal([2, 1], ScoreShares.Priorities([0, 0], [0, 0]));
    }

    [Fact]
    public void Run_BudgetOutOfReach_SaysWhatCanBeReached()
    {
        using var model = Small();
        var error = Assert.Throws<PlanException>(() => Images.Prune(model, 16, new SnpOptions { Macs = "100" }));
        Assert.Contains("the least that can be reached", error.Message, StringComparison.Ordinal);
    }

    private static VisionTransformer Small() => Noise.Fill(new VisionTransformer(16, 4, 10, 24, 2, 3, attention: AttentionKind.Split));
}
