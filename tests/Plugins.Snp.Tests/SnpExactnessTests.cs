using Espalier.Framework.Tests.Exactness;
using Espalier.Graphs;
using Espalier.Models;
using Espalier.Models.Tests;
using Espalier.Models.Tests.Reference;
using Espalier.Planning;
using Espalier.Structures;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp.Tests;

/// <summary>Pruned models compute what the big ones do with everything that went set to zero.</summary>
public sealed class SnpExactnessTests
{
    [Theory]
    [InlineData(AttentionKind.Split, 0.5, 0.25, 0.4, 0)]
    [InlineData(AttentionKind.Split, 0.5, 0.25, 0.4, 0.25)]
    [InlineData(AttentionKind.Split, 0.75, 0, 0, 0)]
    [InlineData(AttentionKind.Fused, 0.5, 0.5, 0.4, 0.25)]
    public void Run_SmallDeit_EqualsMaskedModel(AttentionKind kind, double qk, double v, double ffn, double residual)
    {
        using var scope = NewDisposeScope();
        var big = Noise.Fill(new VisionTransformer(16, 4, 10, 24, 2, 3, attention: kind)).to(float64);
        var small = new VisionTransformer(16, 4, 10, 24, 2, 3, attention: kind);
        Noise.Fill(small);
        var (context, _) = Images.Prune(small, 16, new SnpOptions { Qk = qk, V = v, Ffn = ffn, Residual = residual, Batch = 3 });
        small.to(float64);
        var x = Noise.Input(1, 3, 16, 16).to(float64);
        big.eval();
        var expected = Masked(big, [x], Assert.Single(context.Plans));
        Assert.True((expected - small.forward(x)).abs().max().item<double>() < 1e-10);
        Assert.True((expected - big.forward(x)).abs().max().item<double>() > 1e-3);
    }

    [Fact]
    public void Plan_SlicingFixture_HasShapesAndLogits()
    {
        // Width 8, two heads of 4, 16 hidden neurons, 5 tokens, one block: each head keeps its own neurons.
        using var scope = NewDisposeScope();
        VisionTransformer Make() => Noise.Fill(new VisionTransformer(4, 2, 3, 8, 1, 2, 2, AttentionKind.Split)).to(float64);
        var (big, small) = (Make(), Make());
        big.eval();
        small.eval();
        var model = TracedModel.Trace(small, [new InputSpec("x", [1, 3, 4, 4], float64)]);
        var plan = new PruningPlanner(model, ModelStructure.Find(model.Graphs)).Plan(
            new Dictionary<string, IReadOnlyList<int>>
            {
                ["blocks.0.attn.q"] = [1, 3, 4, 6],
                ["blocks.0.attn.v"] = [2, 5],
                ["blocks.0.mlp.fc1"] = [0, 3, 5, 7, 11, 13],
                ["patch_embed.proj"] = [2, 6],
            },
            "fixture");
        using var applied = Espalier.Surgery.Surgeon.Apply(model, plan);
        var state = small.state_dict();
        long[] Shape(string name) => state[name].shape;
        Assert.Equal([4, 6], Shape("blocks.0.attn.q.weight"));
        Assert.Equal([4, 6], Shape("blocks.0.attn.k.weight"));
        Assert.Equal([6, 6], Shape("blocks.0.attn.v.weight"));
        Assert.Equal([6, 6], Shape("blocks.0.attn.proj.weight"));
        Assert.Equal([10, 6], Shape("blocks.0.mlp.fc1.weight"));
        Assert.Equal([6, 10], Shape("blocks.0.mlp.fc2.weight"));
        Assert.Equal([6], Shape("blocks.0.norm1.weight"));
        Assert.Equal([1, 1, 6], Shape("cls_token"));
        Assert.Equal([1, 5, 6], Shape("pos_embed"));
        int[] columns = [0, 1, 3, 4, 5, 7];
        int[] rows = [0, 1, 3, 4, 6, 7];
        foreach (var (r, row) in columns.Index())
        {
            foreach (var (c, column) in rows.Index())
            {
                Assert.Equal(
                    big.state_dict()["blocks.0.attn.proj.weight"][row, column].item<double>(), state["blocks.0.attn.proj.weight"][r, c].item<double>());
            }
        }

        var x = Noise.Input(1, 3, 4, 4).to(float64);
        Assert.True((Masked(big, [x], plan) - small.forward(x)).abs().max().item<double>() < 1e-10);
    }

    [Theory]
    [InlineData("vision_transformer")]
    [InlineData("split_attention")]
    [InlineData("grouped_query_attention")]
    [InlineData("grouped_query_attention_widths")]
    [InlineData("multi_query_attention")]
    [InlineData("cross_attention")]
    [InlineData("cross_attention_block")]
    [InlineData("swin_transformer")]
    [InlineData("swin_block_shifted")]
    public void Plan_AnyAttention_EqualsMaskedModel(string name)
    {
        using var scope = NewDisposeScope();
        var zoo = Zoo.All[name];
        Tensor[] inputs = [.. zoo.Tensors().Select(x => x.to(float64))];
        nn.Module Make()
        {
            var module = Noise.Fill(zoo.Make()).to(float64);
            module.eval();
            return module;
        }

        var (big, small) = (Make(), Make());
        var model = TracedModel.Trace(small, [.. inputs.Select((x, i) => new InputSpec($"x{i}", x.shape, x.dtype))]);
        var structure = ModelStructure.Find(model.Graphs);
        var layers = new SnpLayers(model, structure);
        AttentionStatistics[] statistics = [.. layers.Sites.Zip(layers.Maps, (site, map) => new AttentionStatistics(site, map, Gamma.Kept))];
        new AttentionPass(model, statistics).Run(inputs);
        var asked = SnpWidths.Of(
            SnpWidths.Ratios(model, new SnpOptions { Qk = 0.5, V = 0.5, Ffn = 0.5, Residual = 0.25 }, layers), Rounding.Nearest);
        var scores = new SnpScores(model, layers, statistics, false);
        var (plan, kept) = SnpMethod.Plan(new PruningPlanner(model, structure), layers, asked, scores);
        Assert.All(asked, pair => Assert.Equal(pair.Value, kept[pair.Key]));
        using var applied = Espalier.Surgery.Surgeon.Apply(model, plan);
        var expected = Masked(big, inputs, plan);
        Assert.True((expected - Zoo.Run(small, inputs)).abs().max().item<double>() < 1e-10);
        Assert.True((expected - Zoo.Run(big, inputs)).abs().max().item<double>() > 1e-4);
        Array.ForEach(statistics, site => site.Dispose());
    }

    [Fact]
    public void Run_NothingRounded_IsBitIdentical()
    {
        using var scope = NewDisposeScope();
        var model = Noise.Fill(new VisionTransformer(16, 4, 10, 24, 2, 3, attention: AttentionKind.Split));
        model.eval();
        var x = Noise.Input(1, 3, 16, 16);
        var before = model.forward(x);
        var (context, _) = Images.Prune(model, 16, new SnpOptions { Qk = 0.01 });
        Assert.Empty(context.Plans);
        Assert.Equal(0, (before - model.forward(x)).abs().max().item<float>());
    }

    [Fact]
    public void Run_PairsThatContributeNothing_GoWithoutDamage()
    {
        // Two pairs of each head of 8 have zero queries.
        using var scope = NewDisposeScope();
        var model = Noise.Fill(new VisionTransformer(16, 4, 10, 24, 2, 3, attention: AttentionKind.Split));
        model.eval();
        using (no_grad())
        {
            foreach (var block in new[] { 0, 1 })
            {
                foreach (var row in new[] { 1, 6, 8, 11, 20, 23 })
                {
                    model.state_dict()[$"blocks.{block}.attn.q.weight"][row].zero_();
                    model.state_dict()[$"blocks.{block}.attn.q.bias"][row].zero_();
                }
            }
        }

        var x = Noise.Input(1, 3, 16, 16);
        var before = model.forward(x);
        var (context, result) = Images.Prune(model, 16, new SnpOptions { Qk = 0.25 });
        var cuts = Assert.Single(Assert.Single(context.Plans).Steps).Cuts;
        Assert.Equal(2, cuts.Count);
        Assert.All(cuts, cut => Assert.Equal([1, 6, 8, 11, 20, 23], cut.Units));
        Assert.True((before - model.forward(x)).abs().max().item<float>() < 1e-5);
        Assert.Equal(0, result.Metrics["attention_score_error_max"], 1e-6);
    }

    [Fact]
    public void Run_ScaleFromWidthOfToday_IsRefused()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<PlanException>(() => Images.Prune(new Rescaling(), 4, new SnpOptions { Qk = 0.5 }));
        Assert.Contains("A constant of aten::mul.Scalar", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ScaleFromWidthOfToday_NothingCut_IsIdentical()
    {
        using var scope = NewDisposeScope();
        var model = new Rescaling();
        var x = Noise.Input(1, 3, 4, 4);
        var before = model.forward(x);
        Images.Prune(model, 4, new SnpOptions { Qk = 0.05 });
        Assert.Equal(0, (before - model.forward(x)).abs().max().item<float>());
    }

    private static Tensor Masked(nn.Module model, Tensor[] inputs, PruningPlan plan)
    {
        var traced = TracedModel.Trace(model, [.. inputs.Select((x, i) => new InputSpec($"x{i}", x.shape, x.dtype))]);
        var structure = ModelStructure.Find(traced.Graphs);
        return new MaskedModel(structure, MaskedModel.CutOf(structure, plan), model.state_dict()).Run(traced.Evaluation, inputs)[0];
    }
}
