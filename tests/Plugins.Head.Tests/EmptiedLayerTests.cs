using Espalier.Criteria;
using Espalier.Models;
using Espalier.Models.Tests.Reference;
using Espalier.Planning;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Head.Tests;

/// <summary>Layers that lose all of their heads, and their residual branch with them.</summary>
public sealed class EmptiedLayerTests
{
    private static readonly HeadOptions Magnitude = new() { Ratio = 0.5, Minimum = 0, Criterion = new("l2"), Normalization = ScoreNormalization.None };

    [Fact]
    public void Run_Global_EmptiesTheLayerOfTheLeastHeads()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        Shrink(model, 1, 0.01);
        var (context, result) = Images.Prune(model, Magnitude);
        Assert.Equal(2, context.Plans.Count);
        Assert.Equal("head, l2, global: without blocks.1.attn", Assert.Single(context.Plans[0].Steps).Description);
        Assert.Equal("blocks.1.attn", Assert.Single(context.Plans[0].Branches).Name);
        Assert.Equal(6, Kept(model).Sum());
        Assert.Equal(0, Kept(model)[1]);
        Assert.Equal(1, result.Metrics["layers_emptied"]);
        Assert.Contains(result.Goals, goal => goal is { Goal: "heads kept", Asked: 6, Achieved: 6, IsMet: true });
        Assert.Contains(result.Importance, own => own.Cut == 4);
    }

    [Fact]
    public void Run_MinimumOfOne_KeepsTheLastHead()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        Shrink(model, 1, 0.01);
        Images.Prune(model, Magnitude with { Minimum = 1 });
        Assert.Equal(1, Kept(model)[1]);
    }

    [Fact]
    public void Run_NoLayerAmongTheLeast_CutsAsWithAMinimumOfOne()
    {
        using var scope = NewDisposeScope();
        var (model, other) = (Model(), Model());
        var (context, result) = Images.Prune(model, new HeadOptions { Ratio = 0.4, Minimum = 0 });
        var (same, _) = Images.Prune(other, new HeadOptions { Ratio = 0.4 });
        Assert.Equal(PlanJson.Write(Assert.Single(same.Plans)), PlanJson.Write(Assert.Single(context.Plans)));
        Assert.Equal(0, result.Metrics["layers_emptied"]);
    }

    [Fact]
    public void Run_Local_EmptiesWhereTheRatioLeavesLessThanAHead()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        var (context, result) = Images.Prune(model, Magnitude with { Ratio = 0.9, Ranking = HeadRanking.Local });
        Assert.Equal(["blocks.0.attn", "blocks.1.attn", "blocks.2.attn"], Assert.Single(context.Plans).Branches.Select(branch => branch.Name));
        Assert.Equal([0, 0, 0], Kept(model));
        Assert.True(Assert.Single(result.Goals).IsMet);
        Assert.Equal([2, 10], model.forward(Noise.Input(2, 3, 16, 16)).shape);
    }

    [Theory]
    [InlineData(HeadRanking.Global)]
    [InlineData(HeadRanking.Local)]
    public void Run_BudgetBeyondOneHeadPerLayer_IsKept(HeadRanking ranking)
    {
        using var scope = NewDisposeScope();
        var options = Magnitude with { Ratio = null, Macs = "68%", Ranking = ranking };
        var error = Assert.Throws<PlanException>(() => Images.Prune(Model(), options with { Minimum = 1 }));
        Assert.Contains("the least that can be reached", error.Message, StringComparison.Ordinal);
        var model = Model();
        var (_, result) = Images.Prune(model, options);
        Assert.True(Assert.Single(result.Goals).IsMet);
        Assert.InRange(result.Metrics["layers_emptied"], 1, 2);
        Assert.Contains(0, Kept(model));
    }

    [Fact]
    public void Run_BudgetBeyondAllAttention_SaysSo()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        var error = Assert.Throws<PlanException>(() => Images.Prune(model, Magnitude with { Ratio = null, Macs = "10%", Schedule = new() { Rounds = 3 } }));
        Assert.Contains("out of reach even without the 3 attention branches", error.Message, StringComparison.Ordinal);
        Assert.Equal([4, 4, 4], Kept(model));
    }

    [Fact]
    public void Run_Rounds_EmptyALayerThatCameDownToOneHead()
    {
        // After the first round the second layer has one head, which nothing is compared with any more: what it scored before counts.
        using var scope = NewDisposeScope();
        var model = Model();
        Shrink(model, 1, 0.01);
        var (context, result) = Images.Prune(model, Magnitude with { Schedule = new() { Rounds = 2 }, Ignore = ["**", "!blocks.*.attn"] });
        Assert.Equal(6, Kept(model).Sum());
        Assert.Equal(0, Kept(model)[1]);
        Assert.Empty(context.Plans[0].Branches);
        Assert.Contains(context.Plans.Skip(1), plan => plan.Branches.Count == 1);
        Assert.True(Assert.Single(result.Goals).IsMet);
    }

    [Theory]
    [InlineData(true, true, "depends on more than the heads of 'attn'")]
    [InlineData(false, false, "none of the switches of TokenMixer")]
    public void Run_NoBranchCanGo_SaysWhy(bool isParallel, bool hasSwitch, string message)
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<PlanException>(() => Images.Prune(Noise.Fill(new TokenMixer(isParallel, hasSwitch)), Magnitude));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("'minimum: 1'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OnlyLayer_CanGo()
    {
        using var scope = NewDisposeScope();
        var model = Noise.Fill(new TokenMixer(false, true));
        Images.Prune(model, Magnitude with { Ratio = 0.99, Ranking = HeadRanking.Local });
        Assert.DoesNotContain(model.state_dict().Keys, name => name.StartsWith("attn", StringComparison.Ordinal));
    }

    private static VisionTransformer Model() => Noise.Fill(new VisionTransformer(16, 4, 10, 24, 3, 4, attention: AttentionKind.Split));

    private static long[] Kept(nn.Module model) =>
        [.. Enumerable.Range(0, 3).Select(b => model.state_dict().TryGetValue($"blocks.{b}.attn.q.weight", out var weight) ? weight.shape[0] / 6 : 0)];

    private static void Shrink(nn.Module model, int block, double factor)
    {
        using var noGrad = no_grad();
        foreach (var name in new[] { "q", "k", "v" })
        {
            model.state_dict()[$"blocks.{block}.attn.{name}.weight"].mul_(factor);
        }
    }
}
