using Espalier.Counting;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Models;
using Espalier.Models.Tests;
using Espalier.Models.Tests.Reference;
using Espalier.Planning;
using Espalier.Reports;
using Espalier.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp.Tests;

/// <summary>Budgets of latency, on machines whose times are known.</summary>
public sealed class SnpLatencyTests
{
    private static readonly long Dense = ModelCounts.Of(TracedModel.Trace(Small(), InputSpec.Of(1, 3, 16, 16))).Macs;

    [Theory]
    [InlineData("60%", Allocation.Sensitivity)]
    [InlineData("0.8", Allocation.Sensitivity)]
    [InlineData("6ms", Allocation.Sensitivity)]
    [InlineData("60%", Allocation.Uniform)]
    public void Run_Latency_IsKeptClosely(string latency, Allocation allocation)
    {
        using var scope = NewDisposeScope();
        var machine = new ByMacs(Time);
        var (context, result) = Images.Prune(Small(), 16, new SnpOptions { Latency = latency, Allocation = allocation }, timer: machine);
        var goal = Assert.Single(result.Goals);
        Assert.Equal("latency kept", goal.Goal);
        Assert.True(goal.IsMet);
        Assert.InRange(goal.Achieved, 0.9 * goal.Asked, goal.Asked);
        Assert.Equal(latency == "6ms" ? (6, "ms") : (latency == "0.8" ? 80 : 60, "%"), (Math.Round(goal.Asked, 9), goal.Unit));
        // What was promised is what the cut model takes.
        Assert.Equal(Time(Dense), result.Metrics["latency_before_ms"], 1e-9);
        Assert.Equal(Time((long)result.Metrics["macs_after"]), result.Metrics["latency_after_ms"], 1e-9);
        Assert.Equal(machine.Plans.Count, result.Metrics["latency_probes"]);
        Assert.Contains(machine.Plans, plan => PlanJson.Write(plan) == PlanJson.Write(context.Plans[0]));
        var table = result.Sections.Single(section => section.Title == "SNP: widths that were timed").Plots.OfType<TablePlot>().Single();
        Assert.Equal(machine.Plans.Count, table.Rows.Count);
    }

    [Fact]
    public void Run_LatencyWithRatios_KeepsTheRatios()
    {
        using var scope = NewDisposeScope();
        var options = new SnpOptions { Latency = "70%", Residual = 0, Layers = new Dictionary<string, double> { ["blocks.0.attn.q"] = 0.5 } };
        var (_, result) = Images.Prune(Small(), 16, options, timer: new ByMacs(Time));
        Assert.Equal(24, result.Metrics["width_after/patch_embed.proj"]);
        Assert.Equal(4, result.Metrics["width_after/blocks.0.attn.q"]);
        Assert.True(Assert.Single(result.Goals).IsMet);
    }

    [Fact]
    public void Run_MoreTimeThanTheModelTakes_CutsNothing()
    {
        using var scope = NewDisposeScope();
        var (context, result) = Images.Prune(Small(), 16, new SnpOptions { Latency = "50ms" }, timer: new ByMacs(Time));
        Assert.Empty(context.Plans);
        Assert.Equal(result.Metrics["macs_before"], result.Metrics["macs_after"]);
        Assert.Equal(10, Assert.Single(result.Goals).Achieved, 1e-9);
    }

    [Fact]
    public void Run_OutOfReach_SaysTheLeastAndCutsNothing()
    {
        using var model = Small();
        var state = new Remembered();
        var error = Assert.Throws<PlanException>(
            () => Images.Prune(model, 16, new SnpOptions { Latency = "10%" }, timer: new ByMacs(Time), state: state));
        Assert.Contains("At most 1 ms (10 %) may stay of the 10 ms", error.Message, StringComparison.Ordinal);
        Assert.Contains("the least that was measured is 2.", error.Message, StringComparison.Ordinal);
        Assert.Equal(24, model.state_dict()["blocks.0.attn.q.weight"].shape[0]);
        Assert.Empty(state.Saved);
    }

    [Fact]
    public void Run_Resumed_DecidesByWhatWasMeasured()
    {
        using var scope = NewDisposeScope();
        var state = new Remembered();
        var options = new SnpOptions { Latency = "60%" };
        var (first, expected) = Images.Prune(Small(), 16, options, timer: new ByMacs(Time), state: state);

        var slower = new ByMacs(macs => 9 + (double)macs / Dense);
        var (second, result) = Images.Prune(Small(), 16, options, timer: slower, state: new Remembered(Assert.Single(state.Saved)));

        Assert.Empty(slower.Plans);
        Assert.Equal(PlanJson.Write(first.Plans[0]), PlanJson.Write(second.Plans[0]));
        Assert.Equal(expected.Metrics, result.Metrics);
        Assert.Equal(expected.Goals, result.Goals);
    }

    [Fact]
    public void Run_HostWithoutATimer_SaysWhatIsMissing()
    {
        using var model = Small();
        var error = Assert.Throws<RunException>(() => Images.Prune(model, 16, new SnpOptions { Latency = "60%" }));
        Assert.Contains("MethodContext.Timer", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The search begins there.</summary>
    [Theory]
    [InlineData("vision_transformer")]
    [InlineData("vision_transformer_split")]
    [InlineData("split_attention")]
    [InlineData("grouped_query_attention")]
    [InlineData("grouped_query_attention_widths")]
    [InlineData("multi_query_attention")]
    [InlineData("cross_attention_block")]
    [InlineData("swin_transformer")]
    public void LeastMacs_Models_AreReachedAndCanBeCut(string name)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var zoo = Zoo.All[name];
        var module = Noise.Fill(zoo.Make());
        module.eval();
        var context = new MethodContext(TracedModel.Trace(module, [.. zoo.Inputs.Select((shape, i) => new InputSpec($"x{i}", shape))]));
        var layers = new SnpLayers(context.Model, context.Structure);
        var scores = new SnpScores(context.Model, layers, [], false);
        var options = new SnpOptions { Latency = "50%" };
        var allocation = new SnpAllocation(context, options, SnpWidths.Ratios(context.Model, options, layers), group => ScoreShares.Priorities(scores.Of(group, 1), group.Rows));
        var (widths, macs) = allocation.Find(new Budget(CostMeasure.Macs, allocation.LeastMacs, false));
        Assert.Equal(allocation.LeastMacs, macs);
        Assert.Throws<PlanException>(() => allocation.Find(new Budget(CostMeasure.Macs, macs - 1, false)));
        context.Apply(SnpMethod.Plan(new PruningPlanner(context.Model, context.Structure), layers, widths, scores).Plan);
        Assert.Equal(macs, ModelCounts.Of(context.Model).Macs);
        Assert.True(Zoo.Run(module, zoo.Tensors()).isfinite().all().item<bool>());
    }

    [Fact]
    public void Problems_Latency_IsChecked()
    {
        Assert.Empty(new SnpOptions { Latency = "60%" }.Problems());
        Assert.Empty(new SnpOptions { Latency = "4.5 ms", Residual = 0 }.Problems());
        Assert.Equal(["Latency"], new SnpOptions { Latency = "4.5" }.Problems().Select(problem => problem.Option));
        Assert.Equal(["Latency"], new SnpOptions { Latency = "0.5", Macs = "0.5" }.Problems().Select(problem => problem.Option));
        Assert.Equal(["Latency"], new SnpOptions { Latency = "0.5", Parameters = "0.5" }.Problems().Select(problem => problem.Option));
        Assert.Equal(["Parameters"], new SnpOptions { Macs = "0.5", Parameters = "0.5" }.Problems().Select(problem => problem.Option));
        Assert.Equal(["RatioFile"], new SnpOptions { Latency = "0.5", RatioFile = "x.json" }.Problems().Select(problem => problem.Option));
    }

    /// <summary>A fifth of the time is there whatever is cut; the model takes 10 ms.</summary>
    private static double Time(long macs) => 2 + (8.0 * macs / Dense);

    private static VisionTransformer Small() => Noise.Fill(new VisionTransformer(16, 4, 10, 24, 2, 3, attention: AttentionKind.Split));
}
