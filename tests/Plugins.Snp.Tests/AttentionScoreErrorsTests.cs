using Espalier.Attention;
using Espalier.Data;
using Espalier.Execution;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Models;
using Espalier.Models.Tests.Reference;
using Espalier.Planning;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp.Tests;

/// <summary>The error of attention scores is that of explicit products of queries and keys.</summary>
public sealed class AttentionScoreErrorsTests
{
    [Theory]
    [InlineData(AttentionKind.Fused)]
    [InlineData(AttentionKind.Split)]
    public void Of_PairsCutInTheFirstLayer_IsTheRestOfTheProduct(AttentionKind kind)
    {
        using var scope = NewDisposeScope();
        using var data = Images.Data(16, 40);
        using var dense = Net(kind, 2);
        using var cut = Net(kind, 2);
        var structure = TracedModel.Trace(cut, InputSpec.Of(1, 3, 16, 16));
        var context = new MethodContext(structure) { Data = data };
        new SnpMethod(new SnpOptions { Layers = new Dictionary<string, double> { ["blocks.0.attn.*"] = 0.5 } }).Run(context, default);

        var traced = TracedModel.Trace(dense, InputSpec.Of(1, 3, 16, 16));
        var errors = AttentionScoreErrors.Of(traced, context.Model, context.Plans[0], data, CPU);

        // What enters the first layer is what it was, so that only pairs are missing: 32 of 40 images, in float64.
        Assert.Equal(["blocks.0.attn", "blocks.1.attn"], errors.Select(error => error.Layer));
        var (before, after) = (Products(traced, data), Products(context.Model, data));
        for (var head = 0; head < 3; head++)
        {
            var expected = (before - after).select(1, head).norm().item<double>() / before.select(1, head).norm().item<double>();
            Assert.InRange(expected, 0.01, 0.99);
            Assert.Equal(expected, errors[0].Heads[head], 1e-9);
        }

        Assert.All(errors[1].Heads, error => Assert.InRange(error, 1e-4, 2));
    }

    [Fact]
    public void Of_HeadThatIsGone_IsOneAndTheOthersAreZero()
    {
        using var scope = NewDisposeScope();
        using var data = Images.Data(16, 4);
        using var dense = Net(AttentionKind.Split, 1);
        using var cut = Net(AttentionKind.Split, 1);
        var traced = TracedModel.Trace(cut, InputSpec.Of(1, 3, 16, 16));
        var context = new MethodContext(traced);
        var group = AttentionHeads.Find(traced.Evaluation, context.Structure).Single().Group;
        var plan = new PruningPlanner(traced, context.Structure).Plan(new Dictionary<string, IReadOnlyList<int>> { [group.Name] = [1] }, "without a head");
        context.Apply(plan);

        var errors = AttentionScoreErrors.Of(TracedModel.Trace(dense, InputSpec.Of(1, 3, 16, 16)), context.Model, plan, data, CPU);

        Assert.Equal([0.0, 1.0, 0.0], errors.Single().Heads.Select(error => Math.Round(error, 6)));
    }

    [Fact]
    public void Of_SameWindows_IsZero()
    {
        using var scope = NewDisposeScope();
        using var data = Images.Data(32);
        using var dense = Noise.Fill(new SwinTransformer(32, [2, 2], [2, 4], 16, 4, classes: 10));
        dense.eval();
        var traced = TracedModel.Trace(dense, InputSpec.Of(2, 3, 32, 32));
        var errors = AttentionScoreErrors.Of(traced, traced, null, data, CPU);
        Assert.Equal([2, 2, 4, 4], errors.Select(error => error.Heads.Count));
        Assert.All(errors.SelectMany(error => error.Heads), error => Assert.Equal(0, error));
    }

    [Fact]
    public void Of_LayerThatIsGone_IsOne()
    {
        using var scope = NewDisposeScope();
        using var data = Images.Data(16, 4);
        using var dense = Net(AttentionKind.Split, 2);
        using var shallow = Net(AttentionKind.Split, 1);
        var errors = AttentionScoreErrors.Of(
            TracedModel.Trace(dense, InputSpec.Of(1, 3, 16, 16)), TracedModel.Trace(shallow, InputSpec.Of(1, 3, 16, 16)), null, data, CPU);
        Assert.Equal([0.0, 0, 0, 1, 1, 1], errors.SelectMany(error => error.Heads));
    }

    private static VisionTransformer Net(AttentionKind kind, int depth)
    {
        var net = Noise.Fill(new VisionTransformer(16, 4, 10, 24, depth, 3, attention: kind));
        net.eval();
        return net;
    }

    /// <summary>Q K^T of the first layer for the first 32 images, [images, heads, N, N].</summary>
    private static Tensor Products(TracedModel model, ModelData data)
    {
        using var noGrad = no_grad();
        var site = AttentionFinder.Find(model.Evaluation)[0];
        var products = new List<Tensor>();
        Tensor? query = null, key = null;
        var interpreter = new Interpreter(model.Evaluation, model.Module);
        interpreter.Observe(site.Query.Value, tensor => query = site.Query.Turn(tensor).to(float64));
        interpreter.Observe(site.Key.Value, tensor => key = site.Key.Turn(tensor).to(float64));
        for (var image = 0; image < 32; image++)
        {
            interpreter.Run(data.Test.Normalization.Apply(data.Test.Images.narrow(0, image, 1)));
            products.Add(query!.matmul(key!.transpose(-2, -1)));
        }

        return cat([.. products]);
    }
}
