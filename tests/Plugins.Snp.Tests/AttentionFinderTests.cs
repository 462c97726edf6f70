using Espalier.Attention;
using Espalier.Graphs;
using Espalier.Models;
using Espalier.Models.Tests;
using Espalier.Models.Tests.Reference;
using Espalier.Planning;
using Espalier.Structures;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp.Tests;

/// <summary>Attention is found in every model that has it, and its scores are those of the tensors that the model multiplies.</summary>
public sealed class AttentionFinderTests
{
    [Theory]
    [InlineData("vision_transformer", 2, 3, 8)]
    [InlineData("vision_transformer_split", 2, 3, 8)]
    [InlineData("split_attention", 1, 3, 5)]
    [InlineData("grouped_query_attention", 1, 6, 4)]
    [InlineData("grouped_query_attention_widths", 1, 4, 5)]
    [InlineData("multi_query_attention", 1, 4, 6)]
    [InlineData("cross_attention", 1, 3, 5)]
    [InlineData("cross_attention_block", 1, 3, 8)]
    [InlineData("swin_block_shifted", 1, 3, 4)]
    [InlineData("swin_transformer", 4, 2, 8)]
    public void Find_ModelWithAttention_HasHeadsAndWidth(string name, int sites, int heads, int width)
    {
        using var open = Open(name);
        Assert.Equal(sites, open.Layers.Sites.Count);
        Assert.Equal((heads, width), (open.Layers.Maps[0].Heads, open.Layers.Maps[0].Width));
        Assert.All(open.Layers.Maps, map => Assert.Single(map.Groups));
        Assert.All(open.Layers.Values, map => Assert.Single(map.Groups));
        Assert.Equal(sites, open.Layers.Of(SnpKind.Qk).Count());
        Assert.Equal(sites, open.Layers.Of(SnpKind.V).Count());
    }

    [Theory]
    [InlineData("vision_transformer", 2, 1)]
    [InlineData("vision_transformer_split", 2, 1)]
    [InlineData("swin_transformer", 4, 2)]
    public void Layers_Transformer_HasFeedForwardAndResidual(string name, int feedForward, int residual)
    {
        using var open = Open(name);
        Assert.Equal(feedForward, open.Layers.Of(SnpKind.Ffn).Count());
        Assert.Equal(residual, open.Layers.Of(SnpKind.Residual).Count());
    }

    [Theory]
    [InlineData("resnet_basic")]
    [InlineData("mlp")]
    [InlineData("squeeze_excitation")]
    public void Layers_ModelWithoutAttention_Throws(string name)
    {
        var error = Assert.Throws<PlanException>(() => Open(name));
        Assert.Contains("has no attention", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vision_transformer")]
    [InlineData("vision_transformer_split")]
    [InlineData("grouped_query_attention")]
    [InlineData("multi_query_attention")]
    [InlineData("cross_attention")]
    [InlineData("swin_block_shifted")]
    public void Pass_AnyAttention_ScoresTheModelsOwnTensors(string name)
    {
        using var scope = NewDisposeScope();
        using var open = Open(name);
        var (site, map) = (open.Layers.Sites[0], open.Layers.Maps[0]);
        using var statistics = new AttentionStatistics(site, map, Gamma.Kept);
        var inputs = Zoo.All[name].Tensors();
        Tensor? query = null, key = null;
        var interpreter = new Execution.Interpreter(open.Model.Evaluation, open.Model.Module);
        interpreter.Observe(site.Query.Value, tensor => query = site.Query.Turn(tensor).clone().detach());
        interpreter.Observe(site.Key.Value, tensor => key = site.Key.Turn(tensor).clone().detach());
        interpreter.Run(inputs);
        new AttentionPass(open.Model, [statistics]).Run(inputs);

        var layer = Assert.Single(open.Layers.Of(SnpKind.Qk), layer => map.Groups.Single().Name == layer.Group.Name);
        var kept = Math.Max(1, layer.Width / 2);
        var (sums, counts) = (new double[layer.Group.Count], new int[layer.Group.Count]);
        statistics.AddScores(layer.Group, kept, sums, counts);

        // All products of the model, one by one; the heads that share a unit are averaged.
        var (lead, width) = (site.Scores.Output.Shape.SkipLast(2).ToArray(), map.Width);
        var (q, k) = (query!.expand([.. lead, .. query!.shape[^2..]]), key!.expand([.. lead, .. key!.shape[^2..]]));
        var scores = QueryKeyScore.Of(q, k, kept);
        long[] others = [.. Enumerable.Range(0, lead.Length).Where(d => !map.HeadDimensions.Contains(d)).Select(d => (long)d)];
        var perHead = scores.mean(others).reshape(map.Heads, width);
        foreach (var unit in layer.Units)
        {
            var own = Enumerable.Range(0, map.Units.Length).Where(i => map.Units[i] is var (_, u) && u == unit).ToArray();
            Assert.NotEmpty(own);
            Assert.Equal(own.Average(i => perHead[i / width, i % width].item<double>()), sums[unit] / counts[unit], 1e-9);
        }
    }

    [Theory]
    [InlineData("vision_transformer_split")]
    [InlineData("grouped_query_attention")]
    [InlineData("cross_attention")]
    public void Map_Units_AreTheRowsOfQueriesAndKeys(string name)
    {
        using var scope = NewDisposeScope();
        using var open = Open(name);
        var (site, map) = (open.Layers.Sites[0], open.Layers.Maps[0]);
        var group = map.Groups.Single();
        var weight = group.Members.First(m => m.Role == MemberRole.Producer && m.Parameter.Contains('q', StringComparison.Ordinal) && m.Parameter.EndsWith("weight", StringComparison.Ordinal));
        var inputs = Zoo.All[name].Tensors();
        foreach (var unit in new[] { 0, 3, group.Count - 1 })
        {
            // A zeroed unit's queries show which coordinates it is.
            var zeroed = open.Model.Module.state_dict()[weight.Parameter].clone();
            foreach (var row in weight.Indices[unit])
            {
                zeroed[row].zero_();
            }

            var difference = (Query(Execution.ParameterSource.Of(open.Model.Module)) - Query(ParameterSource(open, weight.Parameter, zeroed))).abs();
            var lead = Enumerable.Range(0, (int)difference.dim() - 1).Where(d => d == difference.dim() - 2 || !map.HeadDimensions.Contains(d)).Select(d => (long)d).ToArray();
            var changed = difference.sum(lead).reshape(-1).data<float>().ToArray();
            Assert.Equal(
                Enumerable.Range(0, map.Units.Length).Where(i => map.Units[i]!.Value.Unit == unit), Enumerable.Range(0, changed.Length).Where(i => changed[i] > 0));
        }

        Tensor Query(Execution.ParameterSource source)
        {
            Tensor? seen = null;
            var interpreter = new Execution.Interpreter(open.Model.Evaluation, source);
            using var _ = interpreter.Observe(site.Query.Value, tensor => seen = site.Query.Turn(tensor).detach().clone());
            interpreter.Run(inputs);
            return seen!;
        }
    }

    private static Execution.ParameterSource ParameterSource(Opened open, string name, Tensor tensor) =>
        Execution.ParameterSource.Of(open.Model.Module).With(new Dictionary<string, Tensor> { [name] = tensor });

    private static Opened Open(string name)
    {
        var zoo = Zoo.All[name];
        var module = Noise.Fill(zoo.Make());
        module.eval();
        var model = TracedModel.Trace(module, [.. zoo.Tensors().Select((x, i) => new InputSpec($"x{i}", x.shape, x.dtype))]);
        var structure = ModelStructure.Find(model.Graphs);
        return new(model, structure, new SnpLayers(model, structure));
    }

    private sealed record Opened(TracedModel Model, ModelStructure Structure, SnpLayers Layers) : IDisposable
    {
        public void Dispose() => Model.Module.Dispose();
    }
}
