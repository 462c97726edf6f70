using Espalier.Execution;
using Espalier.Graphs;
using Espalier.Models.Tests.Reference;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Models.Tests;

/// <summary>The traced graph of every model is what the model computes.</summary>
public sealed class TraceTests
{
    [Theory]
    [MemberData(nameof(Zoo.Names), MemberType = typeof(Zoo))]
    public void TheGraphHasTheRightShape(string name)
    {
        using var model = Zoo.All[name].Make();
        var traced = Trace(name, model);
        Assert.Equal(Zoo.All[name].Output, Assert.Single(traced.Evaluation.Outputs).Shape);
    }

    [Theory]
    [MemberData(nameof(Zoo.Names), MemberType = typeof(Zoo))]
    public void TheGraphUsesAllParameters(string name)
    {
        using var model = Zoo.All[name].Make();
        var used = Trace(name, model).Evaluation.Parameters.Select(value => value.Name).ToHashSet();
        Assert.Empty(model.named_parameters().Select(entry => entry.name).Except(used));
        Assert.Empty(used.Except(model.state_dict().Keys));
    }

    [Theory]
    [MemberData(nameof(Zoo.Names), MemberType = typeof(Zoo))]
    public void TheInterpreterAnswersAsTheModelDoes(string name)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var model = Noise.Fill(Zoo.All[name].Make());
        model.eval();
        var inputs = Zoo.All[name].Tensors();
        var expected = Zoo.Run(model, inputs);
        var actual = Assert.Single(new Interpreter(Trace(name, model).Evaluation, model).Run(inputs));
        Assert.True(expected.allclose(actual, 1e-5, 1e-5), $"differs by {(expected - actual).abs().max().item<float>()}");
    }

    [Theory]
    [MemberData(nameof(Zoo.Names), MemberType = typeof(Zoo))]
    public void TheInterpreterTrainsAsTheModelDoes(string name)
    {
        using var scope = NewDisposeScope();
        using var model = Noise.Fill(Zoo.All[name].Make());
        var traced = Trace(name, model);
        var inputs = Zoo.All[name].Tensors();
        var parameters = model.parameters().ToList<Tensor>();
        model.train();
        var expected = autograd.grad([Zoo.Run(model, inputs).square().mean()], parameters);
        var actual = autograd.grad([new Interpreter(traced.Training ?? traced.Evaluation, model).Run(inputs)[0].square().mean()], parameters);
        Assert.All(expected.Zip(actual), pair => Assert.True(pair.First.allclose(pair.Second, 1e-3, 1e-5)));
    }

    [Fact]
    public void AGraphOf22BillionParametersNeedsNoWeights()
    {
        using var model = new VisionTransformer(224, 14, 1000, 6144, 48, 48, 4, device: META);
        var graph = TracedModel.Trace(model, InputSpec.Of(1, 3, 224, 224)).Evaluation;
        Assert.Equal([1, 1000], Assert.Single(graph.Outputs).Shape);
        Assert.Equal(model.parameters().Sum(parameter => parameter.numel()), graph.Parameters.Sum(parameter => parameter.Count));
    }

    private static TracedModel Trace(string name, nn.Module model) => TracedModel.Trace(
        model, Zoo.All[name].Tensors().Select((tensor, i) => new InputSpec($"input{i + 1}", tensor.shape, tensor.dtype)).ToArray());
}
