using Espalier.Attention;
using Espalier.Criteria;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Models;
using Espalier.Models.Tests.Reference;
using Espalier.Planning;
using Espalier.Reports;
using Espalier.Runs;
using Espalier.Structures;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp.Tests;

public sealed class SnpMethodTests
{
    [Fact]
    public void Run_AllRatios_HasWidthsMetricsAndSections()
    {
        using var scope = NewDisposeScope();
        var model = Small();
        var (context, result) = Images.Prune(model, 16, new SnpOptions { Qk = 0.5, V = 0.25, Ffn = 0.5, Residual = 0.25 });
        var state = model.state_dict();
        Assert.Equal([12, 18], state["blocks.0.attn.q.weight"].shape);
        Assert.Equal([18, 18], state["blocks.1.attn.v.weight"].shape);
        Assert.Equal([18, 48], state["blocks.1.mlp.fc2.weight"].shape);
        Assert.Equal([10, 18], state["head.weight"].shape);
        Assert.Single(context.Plans);
        Assert.Equal(4, result.Metrics["width_after/blocks.0.attn.q"]);
        Assert.True(result.Metrics["macs_after"] < result.Metrics["macs_before"]);
        Assert.InRange(result.Metrics["attention_score_error_mean"], 1e-3, 1);
        Assert.All(result.Goals, goal => Assert.True(goal.IsMet));
        Assert.Equal(4, result.Goals.Count);
        var errors = Errors(result);
        Assert.Equal(2, errors.Values.Count);
        Assert.Equal(3, errors.Values[0].Count);
        Assert.All(Spectra(result).SelectMany(plot => plot.Series), series => Assert.Equal(1, series.Y[0]));
    }

    [Fact]
    public void Run_FusedAttention_KeepsQueriesAndValuesEquallyWide()
    {
        using var scope = NewDisposeScope();
        var model = Noise.Fill(new VisionTransformer(16, 4, 10, 24, 2, 3));
        var (_, result) = Images.Prune(model, 16, new SnpOptions { Qk = 0.5, V = 0.25 });
        Assert.Equal([36, 24], model.state_dict()["blocks.0.attn.qkv.weight"].shape);
        Assert.Contains(result.Goals, goal => goal is { Goal: "values kept", Asked: 36, Achieved: 24, IsMet: false });
    }

    [Fact]
    public void Run_ErrorOfScores_IsThatOfTheProducts()
    {
        using var scope = NewDisposeScope();
        var model = Small();
        model.eval();
        var (query, key) = Factors(model);
        var (context, result) = Images.Prune(model, 16, new SnpOptions { Qk = 0.5 });
        var gone = context.Plans[0].Steps[0].Cuts.Single(cut => cut.Group == "blocks.0.attn.q").Units;
        var keep = ones(24, dtype: float64);
        foreach (var unit in gone)
        {
            keep[unit] = 0.0;
        }

        var heads = keep.reshape(1, 3, 1, 8);
        var (dense, kept) = (query.matmul(key.transpose(-2, -1)), (query * heads).matmul((key * heads).transpose(-2, -1)));
        var expected = ((dense - kept).square().sum([0L, 2, 3]) / dense.square().sum([0L, 2, 3])).sqrt().data<double>().ToArray();
        var errors = Errors(result).Values[0];
        foreach (var (e, error) in expected.Zip(errors))
        {
            Assert.Equal(e, error, 1e-5);
        }
    }

    [Fact]
    public void Run_Spectra_AreSingularValuesOfTheProducts()
    {
        using var scope = NewDisposeScope();
        var model = Small();
        model.eval();
        var (query, key) = Factors(model);
        var expected = linalg.svdvals(query.matmul(key.transpose(-2, -1))).mean([0L]);
        var (_, result) = Images.Prune(model, 16, new SnpOptions { Qk = 0.5 });
        var spectra = Spectra(result);
        Assert.Equal(["blocks.0.attn", "blocks.1.attn"], spectra.Select(plot => plot.Title));
        Assert.Equal(["head 0", "head 1", "head 2"], spectra[0].Series.Select(series => series.Name));
        Assert.All(spectra, plot => Assert.Equal(4.5, Assert.Single(plot.Marks).Value));
        foreach (var (head, series) in spectra[0].Series.Index())
        {
            Assert.Equal(Enumerable.Range(1, 8).Select(i => (double)i), series.X);
            var values = (expected[head] / expected[head, 0]).narrow(0, 0, 8).contiguous().data<double>().ToArray();
            Assert.All(values.Zip(series.Y), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        }
    }

    [Fact]
    public void Run_Strips_AreWhatThePlanCuts()
    {
        using var scope = NewDisposeScope();
        var (context, result) = Images.Prune(Small(), 16, new SnpOptions { Qk = 0.5, V = 0.25, Ffn = 0.5 });
        var strips = result.Sections.SelectMany(section => section.Plots).OfType<StripsPlot>().ToArray();
        Assert.Equal(["Query/key pairs", "Values", "Feed-forward neurons"], strips.Select(plot => plot.Title));
        foreach (var (plot, width) in strips.Zip([8, 8, 96]))
        {
            Assert.Equal(2 * (width == 8 ? 3 : 1), plot.Rows.Count);
            foreach (var layer in plot.Rows.GroupBy(row => row.Group))
            {
                // Neuron i of head h is row h * width + i of the layer's weight.
                var kept = context.Plans[0].Slices.Single(slice => slice.Parameter == $"{layer.Key}.weight" && slice.Dimension == 0).Kept;
                Assert.Equal(Enumerable.Range(0, layer.Sum(row => row.Count)).Except(kept), layer.Index().SelectMany(row => row.Item.Cut.Select(i => (row.Index * width) + i)));
                Assert.All(layer, row => Assert.Equal(width, row.Count));
            }
        }
    }

    [Fact]
    public void Run_Looks_AreOfTheModelBeforeAndAfter()
    {
        using var scope = NewDisposeScope();
        var model = Small();
        model.eval();
        using var data = Images.Data(16);
        var before = AttentionMaps.Of(TracedModel.Trace(model, InputSpec.Of(1, 3, 16, 16)), data, CPU)!;
        var (context, result) = Images.Prune(model, 16, new SnpOptions { V = 0.5 }, data);
        using var same = Images.Data(16);
        var after = AttentionMaps.Of(context.Model, same, CPU)!;
        var section = result.Sections.Single(section => section.Title == "What the model looks at");
        var moved = section.Plots.OfType<HeatMapPlot>().Single();
        Assert.Equal(AttentionComparison.Moved(before.Layers[1], after.Layers[1]), moved.Values[1]);
        // Values of the first block change nothing in what the first block looks at.
        Assert.All(moved.Values[0], value => Assert.Equal(0, value, 1e-9));
        Assert.All(moved.Values[1], value => Assert.InRange(value, 1e-6, 1));
        var rows = section.Plots.OfType<ImagesPlot>().Single().Rows;
        Assert.Equal(2 * before.Images.Count, rows.Count);
        Assert.All(rows, row => Assert.Equal(3, row.Count));
        Assert.Equal(rows[0][1].Pixels, rows[1][1].Pixels);
        Assert.NotEqual(rows[0][2].Pixels, rows[1][2].Pixels);
    }

    [Fact]
    public void Run_PlanOnly_LooksAtNothing()
    {
        using var scope = NewDisposeScope();
        using var data = Images.Data(16);
        var context = new MethodContext(TracedModel.Trace(Small(), InputSpec.Of(1, 3, 16, 16))) { Data = data, PlanOnly = true };
        var result = new SnpMethod(new SnpOptions { V = 0.5 }).Run(context, default);
        Assert.DoesNotContain(result.Sections, section => section.Title == "What the model looks at");
    }

    [Fact]
    public void Run_Layers_OverrideKinds()
    {
        using var scope = NewDisposeScope();
        var model = Small();
        Images.Prune(model, 16, new SnpOptions { Qk = 0.5, Layers = new Dictionary<string, double> { ["blocks.1"] = 0.25, ["blocks.?.mlp.fc1"] = 0.75 } });
        var state = model.state_dict();
        Assert.Equal(12, state["blocks.0.attn.q.weight"].shape[0]);
        Assert.Equal(24, state["blocks.0.attn.v.weight"].shape[0]);
        Assert.Equal(18, state["blocks.1.attn.q.weight"].shape[0]);
        Assert.Equal(18, state["blocks.1.attn.v.weight"].shape[0]);
        Assert.Equal([24, 24], new[] { "0", "1" }.Select(b => state[$"blocks.{b}.mlp.fc1.weight"].shape[0]));
    }

    [Fact]
    public void Run_WeightsAlone_NeedsNoData()
    {
        using var scope = NewDisposeScope();
        var model = Small();
        var context = new MethodContext(TracedModel.Trace(model, InputSpec.Of(1, 3, 16, 16)));
        new SnpMethod(new SnpOptions { V = 0.5, Residual = 0.1 }).Run(context, default);
        Assert.Equal([12, 22], model.state_dict()["blocks.0.attn.v.weight"].shape);
    }

    [Fact]
    public void Run_RepeatedFeedForwardNeuron_Goes()
    {
        // Neuron 5 is made the opposite of neuron 9: one of the two is the most redundant.
        using var scope = NewDisposeScope();
        var model = Small();
        using (no_grad())
        {
            var weight = model.state_dict()["blocks.0.mlp.fc1.weight"];
            foreach (var row in Enumerable.Range(0, 8))
            {
                weight[row].copy_(weight[9] * (row - 20));
            }
        }

        var (context, _) = Images.Prune(model, 16, new SnpOptions { Layers = new Dictionary<string, double> { ["blocks.0.mlp.fc1"] = 8 / 96.0 } });
        Assert.Equal(8, context.Plans[0].Steps[0].Cuts.Single().Units.Intersect([0, 1, 2, 3, 4, 5, 6, 7, 9]).Count());
    }

    [Fact]
    public void Score_Residual_IsMeanOfNormalisedRedundancy()
    {
        using var scope = NewDisposeScope();
        var model = Small();
        var traced = TracedModel.Trace(model, InputSpec.Of(1, 3, 16, 16));
        var layers = new SnpLayers(traced, ModelStructure.Find(traced.Graphs));
        var state = model.state_dict();
        string[] members = ["patch_embed.proj", "blocks.0.attn.proj", "blocks.0.mlp.fc2", "blocks.1.attn.proj", "blocks.1.mlp.fc2"];
        foreach (var withBias in new[] { false, true })
        {
            var expected = zeros(24, dtype: float64);
            foreach (var member in members)
            {
                var rows = state[$"{member}.weight"].flatten(1);
                var scores = RedundancyScore.Of(withBias ? cat([rows, state[$"{member}.bias"].unsqueeze(1)], 1) : rows);
                expected += scores / scores.sum() / members.Length;
            }

            var actual = new SnpScores(traced, layers, [], withBias).Of(layers.Of(SnpKind.Residual).Single().Group, 1);
            Assert.True(expected.data<double>().ToArray().Zip(actual, (a, b) => Math.Abs(a - b)).Max() < 1e-9);
        }
    }

    [Theory]
    [InlineData(0.3, Rounding.Nearest, 7)]
    [InlineData(0.35, Rounding.Nearest, 6)]
    [InlineData(0.35, Rounding.Floor, 7)]
    [InlineData(0.31, Rounding.Ceiling, 6)]
    [InlineData(0.3, Rounding.Ceiling, 7)]
    [InlineData(0.999, Rounding.Ceiling, 1)]
    [InlineData(0, Rounding.Ceiling, 10)]
    public void Keep_RatioOfTen_IsRounded(double ratio, Rounding rounding, int kept)
    {
        using var model = new Mlp(4, 10, 3);
        var traced = TracedModel.Trace(model, InputSpec.Of(1, 4));
        var layer = new SnpLayer(ModelStructure.Find(traced.Graphs).Groups.Single(group => group.Count == 10), SnpKind.Ffn, [.. Enumerable.Range(0, 10)]);
        Assert.Equal(kept, SnpWidths.Keep(layer, ratio, rounding));
    }

    [Fact]
    public void Run_RatioThatEmptiesAHead_SaysSo()
    {
        using var model = Small();
        var error = Assert.Throws<PlanException>(() => Images.Prune(model, 16, new SnpOptions { Qk = 1 }));
        Assert.Contains("leaves nothing of its heads", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ImagesOfAnotherSize_SaysBoth()
    {
        using var model = Small();
        using var data = Images.Data(32);
        var error = Assert.Throws<CriterionException>(() => Images.Prune(model, 16, new SnpOptions { Qk = 0.5 }, data));
        Assert.Contains("images are [3, 32, 32]; the model takes [3, 16, 16]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ActivationsNotFinite_NamesTheLayer()
    {
        using var scope = NewDisposeScope();
        var model = Small();
        using (no_grad())
        {
            model.state_dict()["blocks.1.attn.k.bias"][3] = double.NaN;
        }

        var error = Assert.Throws<CriterionException>(() => Images.Prune(model, 16, new SnpOptions { Qk = 0.5 }));
        Assert.Contains("keys of 'blocks.1.attn' are not finite", error.Message, StringComparison.Ordinal);
        Assert.Equal(24, model.state_dict()["blocks.0.attn.q.weight"].shape[0]);
    }

    [Fact]
    public void Run_WeightsNotFinite_NamesTheParameter()
    {
        using var scope = NewDisposeScope();
        var model = Small();
        using (no_grad())
        {
            model.state_dict()["blocks.1.mlp.fc1.weight"][3, 1] = double.NaN;
        }

        var error = Assert.Throws<CriterionException>(() => Images.Prune(model, 16, new SnpOptions { Ffn = 0.5 }));
        Assert.Contains("'blocks.1.mlp.fc1.weight'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NoData_AsksForIt()
    {
        using var model = Small();
        var context = new MethodContext(TracedModel.Trace(model, InputSpec.Of(1, 3, 16, 16)));
        Assert.Throws<RunException>(() => new SnpMethod(new SnpOptions { Qk = 0.5 }).Run(context, default));
    }

    [Fact]
    public void Run_UnknownLayer_ListsLayers()
    {
        using var model = Small();
        var error = Assert.Throws<PlanException>(
            () => Images.Prune(model, 16, new SnpOptions { Layers = new Dictionary<string, double> { ["head"] = 0.5 } }));
        Assert.Contains("blocks.0.attn.q", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auto", true)]
    [InlineData("8", true)]
    [InlineData("0.95", true)]
    [InlineData("95%", true)]
    [InlineData("0", false)]
    [InlineData("-1", false)]
    [InlineData("1.5", false)]
    [InlineData("all", false)]
    public void Problems_Gamma_IsChecked(string gamma, bool isRight) =>
        Assert.Equal(isRight, !new SnpOptions { Qk = 0.5, Gamma = gamma }.Problems().Any());

    [Fact]
    public void Problems_NothingOrTooMuch_IsSaid()
    {
        Assert.NotEmpty(new SnpOptions().Problems());
        Assert.NotEmpty(new SnpOptions { Qk = 0.1, RatioFile = "x.json" }.Problems());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    [InlineData("90%")]
    public void Run_Gamma_ChangesTheChoice(string gamma)
    {
        using var scope = NewDisposeScope();
        var (byKept, _) = Images.Prune(Small(), 16, new SnpOptions { Qk = 0.25 });
        var (byGamma, _) = Images.Prune(Small(), 16, new SnpOptions { Qk = 0.25, Gamma = gamma });
        Assert.NotEqual(
            byKept.Plans[0].Steps[0].Cuts.SelectMany(cut => cut.Units), byGamma.Plans[0].Steps[0].Cuts.SelectMany(cut => cut.Units));
    }

    private static HeatMapPlot Errors(MethodResult result) =>
        result.Sections.Single(section => section.Title == "SNP: error of the attention scores").Plots.OfType<HeatMapPlot>().Single();

    private static LinesPlot[] Spectra(MethodResult result) => [.. result.Sections.SelectMany(section => section.Plots).OfType<LinesPlot>()];

    private static VisionTransformer Small() => Noise.Fill(new VisionTransformer(16, 4, 10, 24, 2, 3, attention: AttentionKind.Split));

    /// <summary>Queries and keys of the first block for all images, by hand.</summary>
    private static (Tensor Query, Tensor Key) Factors(VisionTransformer model)
    {
        using var noGrad = no_grad();
        using var data = Images.Data(16);
        Tensor? query = null, key = null;
        var batch = data.Calibration(4, 0, 4).Single();
        var traced = TracedModel.Trace(model, new InputSpec("x", batch.Images.shape));
        var site = AttentionFinder.Find(traced.Evaluation)[0];
        var interpreter = new Execution.Interpreter(traced.Evaluation, model);
        interpreter.Observe(site.Query.Value, tensor => query = site.Query.Turn(tensor).to(float64));
        interpreter.Observe(site.Key.Value, tensor => key = site.Key.Turn(tensor).to(float64));
        interpreter.Run(batch.Images);
        batch.Dispose();
        return (query!, key!);
    }
}
