using Espalier.Torch.Tests.Reference;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Training;

/// <summary>Trains small models for some steps and compares every loss, and what the models are then, with PyTorch.</summary>
public sealed class TrainingTests
{
    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["conv-sgd"] = new(() => new SmallConvNet(), Sgd),
        ["conv-adamw"] = new(() => new SmallConvNet(), AdamW),
        ["transformer-sgd"] = new(() => new SmallTransformer(), Sgd),
        ["transformer-adamw"] = new(() => new SmallTransformer(), AdamW),
    };

    public static TheoryData<string> Names() => new(Cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Training_InFloat64_MatchesPyTorch(string name) => Check(name, ScalarType.Float64, 1e-9);

    [Theory]
    [MemberData(nameof(Names))]
    public void Training_InFloat32_MatchesPyTorch(string name) => Check(name, ScalarType.Float32, 1e-4);

    [Fact]
    public void Training_OfManySteps_LeavesNoTensorsBehind()
    {
        using var scope = NewDisposeScope();
        using var model = Weights.Fill(new SmallTransformer().to(TestDevice.Current));
        using var optimizer = AdamW(model.parameters());
        using var inputs = Waves.Wave([8, 3, 8, 8], 1, ScalarType.Float32);
        using var targets = Targets();
        Step(model, optimizer, inputs, targets);
        var (held, alive) = (scope.DisposablesCount, Tensor.TotalCount);
        for (var i = 0; i < 20; i++)
            Step(model, optimizer, inputs, targets);

        Assert.Equal(held, scope.DisposablesCount);
        Assert.True(Tensor.TotalCount <= alive, $"{Tensor.TotalCount} tensors are alive, and {alive} were.");
    }

    private static optim.Optimizer Sgd(IEnumerable<Parameter> parameters) =>
        optim.SGD(parameters, 0.05, momentum: 0.9, nesterov: true, weight_decay: 5e-4);

    private static optim.Optimizer AdamW(IEnumerable<Parameter> parameters) => optim.AdamW(parameters, 2e-3, weight_decay: 0.05);

    private static Tensor Targets() => tensor(Enumerable.Range(0, 8).Select(i => (long)(3 * i % 10)).ToArray()).to(TestDevice.Current);

    private static double Step(nn.Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor inputs, Tensor targets)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        var loss = nn.functional.cross_entropy(model.forward(inputs), targets);
        loss.backward();
        optimizer.step();
        return loss.ToDouble();
    }

    private static void Check(string name, ScalarType type, double bound)
    {
        using var scope = NewDisposeScope();
        var expected = TrainingReference.File.Training.Single(one => one.Name == name && one.Dtype == ReferenceTensor.NameOf(type));
        using var model = Weights.Fill(Cases[name].Model().to(type).to(TestDevice.Current));
        using var optimizer = Cases[name].Optimizer(model.parameters());
        var inputs = Waves.Wave([8, 3, 8, 8], 1, type);
        var targets = Targets();

        model.train();
        for (var step = 0; step < expected.Losses.Length; step++)
            CheckNumber($"the loss of step {step}", expected.Losses[step], Step(model, optimizer, inputs, targets), bound);

        model.eval();
        using var off = no_grad();
        var final = nn.functional.cross_entropy(model.forward(inputs), targets);
        CheckNumber("the loss at the end", expected.FinalLoss, final.ToDouble(), bound);
        foreach (var (key, tensor) in model.state_dict().Where(entry => is_floating_point(entry.Value)))
            CheckNumber(key, expected.Norms[key], tensor.to(ScalarType.Float64).square().sum().sqrt().ToDouble(), bound);
    }

    private static void CheckNumber(string what, double expected, double actual, double bound) =>
        Assert.True(Math.Abs(actual - expected) <= bound * Math.Abs(expected), $"{what} is {actual:r}, not {expected:r}.");

    private sealed record Case(Func<nn.Module<Tensor, Tensor>> Model, Func<IEnumerable<Parameter>, optim.Optimizer> Optimizer);
}
