using Espalier.Criteria;
using Espalier.Graphs;
using Espalier.Models;
using Espalier.Models.Tests.Reference;
using Espalier.Planning;
using Espalier.Reports;
using Espalier.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Head.Tests;

public sealed class HeadMethodTests
{
    [Theory]
    [InlineData("gate")]
    [InlineData("snp")]
    [InlineData("l2")]
    public void Run_Local_KeepsAsManyInEachLayer(string criterion)
    {
        using var scope = NewDisposeScope();
        var model = Small();
        var (context, result) = Images.Prune(model, new HeadOptions { Ratio = 0.5, Ranking = HeadRanking.Local, Criterion = new(criterion) });
        Assert.Single(context.Plans);
        Assert.Equal([2, 2, 2], Kept(model));
        Assert.Equal([12, 24], model.state_dict()["blocks.0.attn.q.weight"].shape);
        Assert.Equal((12, 6), (result.Metrics["heads_before"], result.Metrics["heads_after"]));
        Assert.Contains(result.Goals, goal => goal is { Goal: "heads kept", Asked: 6, Achieved: 6, IsMet: true });
        var scores = result.Sections[0].Plots.OfType<HeatMapPlot>().Single();
        Assert.All(scores.Values, row => Assert.Equal(4, row.Count(double.IsFinite)));
    }

    [Fact]
    public void Run_InRounds_ShowsWhichHeadsWentAndWhereTheOthersLook()
    {
        using var scope = NewDisposeScope();
        var model = Small();
        var before = model.state_dict().Where(pair => pair.Key.EndsWith("attn.q.weight", StringComparison.Ordinal)).ToDictionary(pair => pair.Key, pair => pair.Value.clone());
        var (context, result) = Images.Prune(
            model, new HeadOptions { Ratio = 0.5, Ranking = HeadRanking.Global, Criterion = new("l2"), Schedule = new() { Rounds = 2 } });
        Assert.Equal(2, context.Plans.Count);
        var rows = result.Sections[0].Plots.OfType<StripsPlot>().Single().Rows;
        Assert.Equal(["blocks.0.attn", "blocks.1.attn", "blocks.2.attn"], rows.Select(row => row.Group));
        Assert.Equal(6, rows.Sum(row => row.Cut.Count));
        var moved = result.Sections[1].Plots.OfType<HeatMapPlot>().Single();
        foreach (var (layer, row) in rows.Index())
        {
            // The heads that stay have the queries that they had, six rows each.
            int[] kept = [.. Enumerable.Range(0, 4).Except(row.Cut)];
            var weight = $"blocks.{layer}.attn.q.weight";
            var expected = before[weight].reshape(4, 6, -1).index_select(0, tensor(kept.Select(head => (long)head).ToArray())).flatten(0, 1);
            Assert.True(expected.equal(model.state_dict()[weight]).all().item<bool>());
            Assert.All(moved.Values[layer].Index(), cell => Assert.Equal(kept.Contains(cell.Index), double.IsFinite(cell.Item)));
        }
    }

    [Fact]
    public void Run_Global_TakesTheLowestOfAllLayers()
    {
        // Unnormalised magnitudes: the heads of the second block are made small, so that all but one of them go first.
        using var scope = NewDisposeScope();
        var model = Small();
        Shrink(model, 1, [0, 1, 2, 3]);
        var options = new HeadOptions { Ratio = 0.25, Criterion = new("l2"), Normalization = ScoreNormalization.None };
        var (_, result) = Images.Prune(model, options);
        Assert.Equal([4, 1, 4], Kept(model));
        Assert.Equal(9, result.Metrics["heads_after"]);

        using var other = Small();
        Shrink(other, 1, [0, 1, 2, 3]);
        Images.Prune(other, options with { Ranking = HeadRanking.Local });
        Assert.Equal([3, 3, 3], Kept(other));
    }

    [Fact]
    public void Run_Magnitude_TakesTheSmallHeads()
    {
        using var scope = NewDisposeScope();
        var model = Small();
        Shrink(model, 0, [2]);
        Shrink(model, 1, [0]);
        Shrink(model, 2, [3]);
        var (context, _) = Images.Prune(model, new HeadOptions { Ratio = 0.25, Criterion = new("l2"), Ranking = HeadRanking.Local });
        var cuts = context.Plans[0].Steps[0].Cuts.Where(cut => cut.Group.EndsWith("#block", StringComparison.Ordinal)).ToArray();
        Assert.Equal([2, 0, 3], cuts.Select(cut => Assert.Single(cut.Units)));
    }

    [Fact]
    public void Run_NormalizationOfMichel_DividesByTheNormOfTheLayer()
    {
        using var scope = NewDisposeScope();
        var (_, result) = Images.Prune(Small(), new HeadOptions { Ratio = 0.25 });
        var scores = result.Sections[0].Plots.OfType<HeatMapPlot>().Single();
        Assert.All(scores.Values, row => Assert.Equal(1, row.Sum(score => score * score), 1e-9));
    }

    [Fact]
    public void Run_Minimum_IsKept()
    {
        using var scope = NewDisposeScope();
        var model = Small();
        Shrink(model, 1, [0, 1, 2, 3]);
        Images.Prune(model, new HeadOptions { Ratio = 0.25, Minimum = 2, Criterion = new("l2"), Normalization = ScoreNormalization.None });
        Assert.Equal(2, Kept(model)[1]);
        Assert.Equal(9, Kept(model).Sum());
    }

    [Fact]
    public void Run_Rounds_ScoreAnewAndComeToTheSameNumber()
    {
        // In the first rounds the second block comes down to one head, which is no group any more and counts all the same.
        using var scope = NewDisposeScope();
        var model = Small();
        Shrink(model, 1, [0, 1, 2, 3]);
        var (context, result) = Images.Prune(
            model, new HeadOptions { Ratio = 0.5, Schedule = new() { Rounds = 3 }, Criterion = new("l2"), Normalization = ScoreNormalization.None });
        Assert.Equal(3, context.Plans.Count);
        Assert.Equal(6, Kept(model).Sum());
        Assert.Equal(1, Kept(model)[1]);
        Assert.True(Assert.Single(result.Goals).IsMet);
    }

    [Theory]
    [InlineData("80%", null)]
    [InlineData(null, "85%")]
    public void Run_Budget_IsKept(string? macs, string? parameters)
    {
        using var scope = NewDisposeScope();
        var (_, result) = Images.Prune(Small(), new HeadOptions { Macs = macs, Parameters = parameters });
        var goal = Assert.Single(result.Goals);
        Assert.True(goal.IsMet);
        Assert.Equal(goal.Achieved, result.Metrics[macs is null ? "parameters_after" : "macs_after"]);
        Assert.InRange(result.Metrics["heads_after"], 3, 11);
    }

    [Fact]
    public void Run_Ignore_KeepsTheLayerWhole()
    {
        using var scope = NewDisposeScope();
        var model = Small();
        Images.Prune(model, new HeadOptions { Ratio = 0.5, Ignore = ["blocks.1"], Ranking = HeadRanking.Local });
        Assert.Equal([2, 4, 2], Kept(model));
    }

    [Fact]
    public void Run_NoAttention_SaysSo()
    {
        using var model = new Vgg([[4], [8, 8]], 10, 16, 0);
        var error = Assert.Throws<PlanException>(() => Images.Prune(model, new HeadOptions { Ratio = 0.5 }));
        Assert.Contains("Vgg has no attention", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OneHead_SaysThatNoneCanBeCut()
    {
        using var model = new VisionTransformer(16, 4, 10, 24, 2, 1);
        var error = Assert.Throws<PlanException>(() => Images.Prune(model, new HeadOptions { Ratio = 0.5 }));
        Assert.Contains("'blocks.0.attn'", error.Message, StringComparison.Ordinal);
        Assert.Contains("each has one head", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.9, HeadRanking.Local, "leaves 0 of the 4 heads of 'blocks.0.attn'")]
    [InlineData(0.9, HeadRanking.Global, "leaves 1 of 12 heads, and the 3 attention layers keep at least 3")]
    [InlineData(1.0, HeadRanking.Global, "less than 1")]
    public void Run_RatioThatEmptiesALayer_SaysSo(double ratio, HeadRanking ranking, string message)
    {
        using var model = Small();
        var error = Assert.Throws<PlanException>(() => Images.Prune(model, new HeadOptions { Ratio = ratio, Ranking = ranking }));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal([4, 4, 4], Kept(model));
    }

    [Fact]
    public void Run_BudgetOutOfReach_SaysWhatCanBeReached()
    {
        using var model = Small();
        var error = Assert.Throws<PlanException>(() => Images.Prune(model, new HeadOptions { Macs = "10%" }));
        Assert.Contains("the least that can be reached", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gate")]
    [InlineData("snp")]
    public void Run_ImagesOfAnotherSize_SaysBoth(string criterion)
    {
        using var scope = NewDisposeScope();
        using var data = Images.Data(32);
        var context = Images.Context(TracedModel.Trace(Small(), InputSpec.Of(1, 3, 16, 16)), data);
        var error = Assert.Throws<CriterionException>(() => new HeadMethod(new HeadOptions { Ratio = 0.5, Criterion = new(criterion) }).Run(context, default));
        Assert.Contains("images are [3, 32, 32]; the model takes [3, 16, 16]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_BudgetOfTheLastRoundOutOfReach_IsSaidBeforeTheFirst()
    {
        using var scope = NewDisposeScope();
        var model = Small();
        var error = Assert.Throws<PlanException>(() => Images.Prune(model, new HeadOptions { Macs = "10%", Schedule = new() { Rounds = 9 } }));
        Assert.Contains("the least that can be reached", error.Message, StringComparison.Ordinal);
        Assert.Equal([4, 4, 4], Kept(model));
    }

    [Fact]
    public void Run_EqualScores_KeepsTheFirstHeads()
    {
        using var scope = NewDisposeScope();
        var model = Small();
        using (no_grad())
        {
            foreach (var (name, tensor) in model.state_dict().Where(entry => entry.Key.Contains(".attn.", StringComparison.Ordinal)))
            {
                tensor.fill_(0.1);
            }
        }

        var (context, _) = Images.Prune(model, new HeadOptions { Ratio = 0.5, Ranking = HeadRanking.Local, Criterion = new("l2") });
        var cuts = context.Plans[0].Steps[0].Cuts.Where(cut => cut.Group.EndsWith("#block", StringComparison.Ordinal)).ToArray();
        Assert.Equal(3, cuts.Length);
        Assert.All(cuts, cut => Assert.Equal([2, 3], cut.Units));
    }

    [Fact]
    public void Run_GateWithoutData_AsksForThem()
    {
        using var model = Small();
        var error = Assert.Throws<RunException>(() => Images.Prune(model, new HeadOptions { Ratio = 0.5 }, hasData: false));
        Assert.Contains("needs data", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MagnitudeWithoutData_NeedsNone()
    {
        using var model = Small();
        Images.Prune(model, new HeadOptions { Ratio = 0.5, Criterion = new("l2") }, hasData: false);
        Assert.Equal(6, Kept(model).Sum());
    }

    [Theory]
    [InlineData("gate", "not finite")]
    [InlineData("snp", "keys of 'blocks.1.attn' are not finite")]
    public void Run_ActivationsNotFinite_SaysSo(string criterion, string message)
    {
        using var scope = NewDisposeScope();
        var model = Small();
        using (no_grad())
        {
            model.state_dict()["blocks.1.attn.k.bias"][3] = double.NaN;
        }

        var error = Assert.Throws<CriterionException>(() => Images.Prune(model, new HeadOptions { Ratio = 0.5, Criterion = new(criterion) }));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal([4, 4, 4], Kept(model));
    }

    [Fact]
    public void Problems_NothingTooMuchOrWrong_IsSaid()
    {
        Assert.Empty(new HeadOptions { Ratio = 0.5 }.Problems());
        Assert.NotEmpty(new HeadOptions().Problems());
        Assert.NotEmpty(new HeadOptions { Ratio = 0.5, Macs = "50%" }.Problems());
        Assert.NotEmpty(new HeadOptions { Macs = "lots" }.Problems());
        Assert.Equal(nameof(HeadOptions.Ratio), Assert.Single(new HeadOptions { Ratio = 1 }.Problems()).Option);
    }

    private static VisionTransformer Small() => Noise.Fill(new VisionTransformer(16, 4, 10, 24, 3, 4, attention: AttentionKind.Split));

    private static long[] Kept(nn.Module model) => [.. Enumerable.Range(0, 3).Select(b => model.state_dict()[$"blocks.{b}.attn.q.weight"].shape[0] / 6)];

    /// <summary>Makes all weights of heads small.</summary>
    private static void Shrink(nn.Module model, int block, int[] heads)
    {
        using var noGrad = no_grad();
        foreach (var name in new[] { "q", "k", "v" })
        {
            foreach (var head in heads)
            {
                model.state_dict()[$"blocks.{block}.attn.{name}.weight"].narrow(0, head * 6, 6).mul_(0.01);
            }
        }
    }
}
