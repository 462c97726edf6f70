using Espalier.Attention;
using Espalier.Criteria;
using Espalier.Execution;
using Espalier.Graphs;
using Espalier.Models.Tests;
using Espalier.Models.Tests.Reference;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp.Tests;

/// <summary>A head's score is the mean of its neurons', of pairs and values alike.</summary>
public sealed class SnpHeadCriterionTests
{
    [Theory]
    [InlineData("vision_transformer_split", 8, 8)]
    [InlineData("split_attention", 5, 7)]
    [InlineData("vision_transformer", 8, 8)]
    public void Score_Heads_AreMeansOfTheirNeurons(string name, int width, int valueWidth)
    {
        using var scope = NewDisposeScope();
        var (model, structure, heads) = Open(name);
        var inputs = Zoo.All[name].Tensors();
        var scores = Score(model, structure, heads[0].Group, inputs, new SnpHeadOptions());

        Tensor? query = null, key = null;
        var interpreter = new Interpreter(model.Evaluation, model.Module);
        interpreter.Observe(heads[0].Site.Query.Value, tensor => query = heads[0].Site.Query.Turn(tensor).detach().clone());
        interpreter.Observe(heads[0].Site.Key.Value, tensor => key = heads[0].Site.Key.Turn(tensor).detach().clone());
        interpreter.Run(inputs);
        var state = model.Module.state_dict();
        var prefix = name == "split_attention" ? "" : "blocks.0.attn.";
        var rows = state.TryGetValue($"{prefix}v.weight", out var values) ? values : state[$"{prefix}qkv.weight"].narrow(0, 48, 24);
        var redundancy = RedundancyScore.Of(rows) / (rows.shape[0] - 1.0);
        for (var head = 0; head < 3; head++)
        {
            var pairs = QueryKeyScore.Of(query!.select(1, head), key!.select(1, head), width / 2).mean().item<double>();
            var own = redundancy.narrow(0, head * valueWidth, valueWidth).mean().item<double>();
            Assert.Equal((pairs + own) / 2, scores[head], 1e-9);
        }
    }

    [Fact]
    public void Score_HeadThatCopiesAnother_IsTheLowest()
    {
        // Head 2 has the value rows of head 0: both are redundant, head 1 is not.
        using var scope = NewDisposeScope();
        var (model, structure, heads) = Open("split_attention");
        var weight = model.Module.state_dict()["v.weight"];
        using (no_grad())
        {
            weight.narrow(0, 14, 7).copy_(weight.narrow(0, 0, 7));
            var query = model.Module.state_dict()["q.weight"];
            var key = model.Module.state_dict()["k.weight"];
            foreach (var same in new[] { query, key, model.Module.state_dict()["q.bias"], model.Module.state_dict()["k.bias"] })
            {
                same.narrow(0, 5, 5).copy_(same.narrow(0, 0, 5));
                same.narrow(0, 10, 5).copy_(same.narrow(0, 0, 5));
            }
        }

        var scores = Score(model, structure, heads[0].Group, Zoo.All["split_attention"].Tensors(), new SnpHeadOptions());
        Assert.Equal(scores[0], scores[2], 1e-9);
        Assert.True(scores[1] > scores[0]);
    }

    [Theory]
    [InlineData("grouped_query_attention")]
    [InlineData("multi_query_attention")]
    [InlineData("cross_attention")]
    [InlineData("swin_transformer")]
    public void Score_AnyAttention_IsBetweenZeroAndOneAndTellsHeadsApart(string name)
    {
        using var scope = NewDisposeScope();
        var (model, structure, heads) = Open(name);
        var scores = Score(model, structure, heads[0].Group, Zoo.All[name].Tensors(), new SnpHeadOptions { BiasInRedundancy = true });
        Assert.Equal(heads[0].Group.Count, scores.Count);
        Assert.All(scores, score => Assert.InRange(score, 0, 1));
        Assert.Equal(scores.Count, scores.Distinct().Count());
    }

    [Fact]
    public void Score_GroupOfNeurons_Refuses()
    {
        using var scope = NewDisposeScope();
        var (model, structure, _) = Open("vision_transformer_split");
        var error = Assert.Throws<CriterionException>(
            () => Score(model, structure, structure.Group("blocks.0.mlp.fc1"), Zoo.All["vision_transformer_split"].Tensors(), new SnpHeadOptions()));
        Assert.Contains("holds no attention heads", error.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<double> Score(TracedModel model, ModelStructure structure, IStructureGroup group, Tensor[] inputs, SnpHeadOptions options)
    {
        var data = new ScoringData([new ScoringBatch(inputs, [])]);
        return new ScoringSession(model, structure, data).Score(new SnpHeadCriterion(options), [group])[group];
    }

    private static (TracedModel Model, ModelStructure Structure, IReadOnlyList<AttentionHeads> Heads) Open(string name)
    {
        var zoo = Zoo.All[name];
        var module = Noise.Fill(zoo.Make());
        module.eval();
        var model = TracedModel.Trace(module, [.. zoo.Tensors().Select((x, i) => new InputSpec($"x{i}", x.shape, x.dtype))]);
        var structure = ModelStructure.Find(model.Graphs);
        return (model, structure, AttentionHeads.Find(model.Evaluation, structure));
    }
}
