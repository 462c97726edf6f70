using Espalier.Execution;
using Espalier.Framework.Tests.Operators;
using Espalier.Graphs;
using TorchSharp.Modules;
using static Espalier.Framework.Tests.Operators.Input;
using static TorchSharp.torch;
using S = Espalier.Symbolic.torch;

namespace Espalier.Framework.Tests.Execution;

public sealed class InterpreterTests
{
    [Fact]
    public void GradientsAreTheModels()
    {
        using var scope = NewDisposeScope();
        using var model = Net();
        var x = randn(3, 4);
        model.forward([x])[0].sum().backward();
        var expected = model.named_parameters().Select(p => (p.name, Gradient: p.parameter.grad!.clone())).ToArray();
        model.zero_grad();

        new Interpreter(model.Graph(true, Normal(3, 4)), model).Run(x)[0].sum().backward();
        foreach (var (name, gradient) in expected)
        {
            Assert.True(allclose(gradient, model.get_parameter(name)!.grad!), name);
        }
    }

    [Fact]
    public void AnObservedValueIsSeenAtEveryRunUntilTheObservationEnds()
    {
        using var scope = NewDisposeScope();
        using var model = Net();
        var graph = model.Graph(false, Normal(3, 4));
        var interpreter = new Interpreter(graph, model);
        var relu = graph.Nodes.Single(node => node.Operator == "aten::relu").Output;
        var seen = new List<Tensor>();
        using (interpreter.Observe(relu, value => seen.Add(value.detach().clone())))
        {
            interpreter.Run(randn(3, 4));
            interpreter.Run(randn(3, 4));
        }

        interpreter.Run(randn(3, 4));
        Assert.Equal(2, seen.Count);
        Assert.All(seen, value => Assert.True((value >= 0).all().item<bool>()));
        Assert.Equal([3, 5], seen[0].shape);
    }

    [Fact]
    public void AMaskInAParametersPlaceGetsGradients()
    {
        using var scope = NewDisposeScope();
        using var model = Net();
        var graph = model.Graph(false, Normal(3, 4));
        var interpreter = new Interpreter(graph, model);
        var weight = graph.Parameters.Single(value => value.Name == "a.weight");
        var mask = ones(5, 1).requires_grad_();
        var x = randn(3, 4);
        var plain = interpreter.Run(x)[0];
        interpreter.Replace(weight, w => w * mask);
        var masked = interpreter.Run(x)[0];
        Assert.True(allclose(plain, masked));
        masked.sum().backward();
        Assert.Equal([5, 1], mask.grad!.shape);
        Assert.NotEqual(0, mask.grad!.abs().sum().item<float>());
    }

    [Fact]
    public void ReplacementsFollowOneAnotherAndApplyToInputsAndResults()
    {
        using var scope = NewDisposeScope();
        using var model = new TestModel((_, x) => [x[0] + 1], x => [x[0] + 1]);
        var graph = model.Graph(false, Normal(2));
        var interpreter = new Interpreter(graph, model);
        interpreter.Replace(graph.Inputs[0], x => x * 2);
        interpreter.Replace(graph.Inputs[0], x => x + 10);
        using (interpreter.Replace(graph.Outputs[0], x => -x))
        {
            Assert.True(allclose(interpreter.Run(ones(2))[0], full(2, -13f)));
        }

        Assert.True(allclose(interpreter.Run(ones(2))[0], full(2, 13f)));
    }

    [Fact]
    public void FreesEverythingButItsResults()
    {
        using var model = Net();
        var interpreter = new Interpreter(model.Graph(false, Normal(3, 4)), model);
        using var x = randn(3, 4);
        using var noGrad = no_grad();
        interpreter.Run(x)[0].Dispose();
        using var scope = NewDisposeScope();
        var result = interpreter.Run(x);
        Assert.Equal(1, scope.DisposablesCount);
        Assert.True(scope.Contains(result[0]));
    }

    [Fact]
    public void AResultThatIsAnInputOrAParameterHasAnOwnerOfItsOwn()
    {
        using var weight = new Parameter(ones(2));
        using var model = new TestModel((t, x) => [x[0], t.Tensor(weight), x[0]], x => [x[0], weight, x[0]], ("weight", weight));
        using var x = randn(2);
        foreach (var result in new Interpreter(model.Graph(false, Normal(2)), model).Run(x))
        {
            result.Dispose();
        }

        Assert.Equal([2], (x + weight).shape);
    }

    [Fact]
    public void OtherShapesAreRefused()
    {
        using var model = Net();
        var interpreter = new Interpreter(model.Graph(false, Normal(3, 4)), model);
        using var x = randn(2, 4);
        Assert.Contains("[2, 4]", Assert.Throws<ArgumentException>(() => interpreter.Run(x)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => interpreter.Run());
    }

    [Fact]
    public void ParametersMayComeFromElsewhere()
    {
        using var scope = NewDisposeScope();
        using var model = Net();
        var others = new Dictionary<string, Tensor> { ["b.weight"] = zeros(2, 5), ["b.bias"] = full(2, 7f) };
        var interpreter = new Interpreter(model.Graph(false, Normal(3, 4)), ParameterSource.Of(model).With(others));
        Assert.True(allclose(interpreter.Run(randn(3, 4))[0], full(3, 2, 7f)));
    }

    [Fact]
    public void AnOpaqueRegionCannotBeRun()
    {
        using var model = new TestModel((t, x) => t.Opaque("black box", x, [2L, 3L]), x => x);
        var graph = model.Graph(false, Normal(2, 4));
        Assert.Equal([2, 3], graph.Outputs[0].Shape);
        using var x = randn(2, 4);
        var error = Assert.Throws<NotSupportedException>(() => new Interpreter(graph, model).Run(x));
        Assert.Contains("black box", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ConstantsAreMadeWhereTheInputsAre()
    {
        using var scope = NewDisposeScope();
        using var model = new TestModel((_, x) => [x[0] + S.arange(4)], x => [x[0] + arange(4)]);
        Assert.True(allclose(new Interpreter(model.Graph(false, Normal(2, 4)), model).Run(zeros(2, 4))[0], arange(4).@float()));
    }

    private static TestModel Net()
    {
        var (a, b) = (nn.Linear(4, 5), nn.Linear(5, 2));
        return new TestModel((t, x) => [t.Call(b, t.Call(a, x[0]).relu())], x => [b.call(a.call(x[0]).relu())], ("a", a), ("b", b));
    }
}
