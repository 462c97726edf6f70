using Espalier.Torch.Tests.Reference;
using Espalier.Torch.Tests.Training;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Optimizers;

/// <summary>Every optimizer and option against PyTorch, step by step, and what an optimizer does besides stepping.</summary>
public sealed class OptimizerTests
{
    public static TheoryData<string> Names() => new(OptimizerTable.Cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_InFloat64_MatchesPyTorch(string name) => Check(name, ScalarType.Float64, 1e-12);

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_InFloat32_MatchesPyTorch(string name) => Check(name, ScalarType.Float32, 1e-6);

    [Fact]
    public void Table_AndReferenceFile_HoldTheSameNames() => Assert.Equal(
        TrainingReference.File.Optimizers.Select(one => one.Name).Distinct().Order(), OptimizerTable.Cases.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_InAScope_LeavesNothingInIt(string name)
    {
        using var scope = NewDisposeScope();
        var problem = new Problem(ScalarType.Float32);
        using var optimizer = OptimizerTable.Cases[name](problem.Parameters);
        problem.Step(optimizer);
        var before = scope.DisposablesCount;
        for (var i = 0; i < 5; i++)
            problem.Step(optimizer);

        Assert.Equal(before, scope.DisposablesCount);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void State_MadeInAScope_OutlivesIt(string name)
    {
        using var outer = NewDisposeScope();
        var problem = new Problem(ScalarType.Float32);
        OptimizerHelper optimizer;
        using (NewDisposeScope())
        {
            optimizer = OptimizerTable.Cases[name](problem.Parameters);
            problem.Step(optimizer);
        }

        problem.Step(optimizer);
        optimizer.Dispose();
    }

    [Fact]
    public void Step_WithoutGradients_ChangesNothing()
    {
        using var scope = NewDisposeScope();
        var problem = new Problem(ScalarType.Float32);
        using var optimizer = optim.AdamW(problem.Parameters, weight_decay: 0.5);
        var before = problem.Values;
        optimizer.zero_grad();
        Assert.Null(optimizer.step());
        Assert.Equal(before, problem.Values);
    }

    [Fact]
    public void Step_WithAClosure_RunsItWithGradientsAndReturnsItsLoss()
    {
        using var scope = NewDisposeScope();
        var parameter = nn.Parameter(ones(2));
        using var optimizer = optim.SGD([parameter], 0.25);
        using var off = no_grad();
        var loss = optimizer.step(() =>
        {
            var sum = parameter.pow(2).sum();
            sum.backward();
            return sum;
        });

        Assert.Equal(2, loss.ToDouble());
        Assert.Equal([0.5f, 0.5f], parameter.data<float>().ToArray());
    }

    [Fact]
    public void ZeroGrad_BetweenGradients_ForgetsTheFirst()
    {
        using var scope = NewDisposeScope();
        var parameter = nn.Parameter(zeros(2));
        using var optimizer = optim.SGD([parameter], 1);
        parameter.sum().backward();
        optimizer.zero_grad();
        (2 * parameter).sum().backward();
        optimizer.step();
        Assert.Equal([-2f, -2f], parameter.data<float>().ToArray());
    }

    [Fact]
    public void ZeroGrad_OfAParameterWithoutGradient_LeavesItWithout()
    {
        using var scope = NewDisposeScope();
        var (used, unused) = (nn.Parameter(ones(1)), nn.Parameter(ones(1)));
        using var optimizer = optim.AdamW([used, unused], 0.5, weight_decay: 0.5);
        used.sum().backward();
        optimizer.zero_grad();
        optimizer.step();

        // A gradient of zero leaves the weight decay; without a gradient there is no step.
        Assert.Equal((0.75, 1), (used.ToDouble(), unused.ToDouble()));
    }

    [Fact]
    public void Groups_WithOpenOptions_TakeTheOptimizers()
    {
        using var scope = NewDisposeScope();
        var parameters = new Problem(ScalarType.Float32).Parameters;
        var own = new SGD.ParamGroup(parameters[1..2], new SGD.Options { LearningRate = 0.5, momentum = 0.1 });
        using var optimizer = optim.SGD([new SGD.ParamGroup { Parameters = parameters[..1] }, own], 0.1, momentum: 0.9, weight_decay: 0.2);
        optimizer.add_param_group(new SGD.ParamGroup { Parameters = parameters[2..] });

        Assert.Equal([0.1, 0.5, 0.1], optimizer.ParamGroups.Select(group => group.LearningRate));
        Assert.Equal([0.1, 0.5, 0.1], optimizer.ParamGroups.Select(group => group.InitialLearningRate));
        Assert.Equal([0.9, 0.1, 0.9], optimizer.ParamGroups.Cast<optim.IMomentum>().Select(group => group.Momentum));
        Assert.Equal(0.2, own.Options.weight_decay);
        Assert.Equal(parameters, optimizer.parameters());
    }

    [Fact]
    public void LearningRate_OfOneGroup_ChangesItsStepsOnly()
    {
        using var scope = NewDisposeScope();
        var (first, second) = (nn.Parameter(zeros(1)), nn.Parameter(zeros(1)));
        using var optimizer = optim.SGD([new SGD.ParamGroup { Parameters = [first] }, new SGD.ParamGroup { Parameters = [second] }], 1);
        optimizer.ParamGroups.Last().LearningRate = 0.25;
        (first + second).sum().backward();
        optimizer.step();
        Assert.Equal((-1, -0.25), (first.ToDouble(), second.ToDouble()));
    }

    [Fact]
    public void NamedParameters_AreTakenWithoutTheirNames()
    {
        using var scope = NewDisposeScope();
        var parameters = new Problem(ScalarType.Float32).Parameters;
        (string, Parameter)[] named = [.. parameters.Select((parameter, i) => ($"p{i}", parameter))];
        Assert.Equal(parameters, optim.SGD(named, 0.1).parameters());
        Assert.Equal(parameters, optim.Adam(named).parameters());
        Assert.Equal(parameters, optim.AdamW(named).parameters());
    }

    [Theory]
    [InlineData(-0.1, 0, false, 0)]
    [InlineData(0.1, -1, false, 0)]
    [InlineData(0.1, 0, true, 0)]
    [InlineData(0.1, 0.9, true, 0.1)]
    public void Sgd_OfImpossibleOptions_IsRefused(double lr, double momentum, bool nesterov, double dampening) =>
        Assert.Throws<ArgumentException>(() => optim.SGD([nn.Parameter(zeros(1))], lr, momentum, dampening, nesterov: nesterov));

    [Theory]
    [InlineData(-1, 0.9, 0.999)]
    [InlineData(0.1, 1, 0.999)]
    [InlineData(0.1, 0.9, -0.1)]
    public void Adam_OfImpossibleOptions_IsRefused(double lr, double beta1, double beta2)
    {
        Assert.Throws<ArgumentException>(() => optim.Adam([nn.Parameter(zeros(1))], lr, beta1, beta2));
        Assert.Throws<ArgumentException>(() => optim.AdamW([nn.Parameter(zeros(1))], lr, beta1, beta2));
    }

    private static void Check(string name, ScalarType type, double bound)
    {
        using var scope = NewDisposeScope();
        var expected = TrainingReference.File.Optimizers.Single(one => one.Name == name && one.Dtype == ReferenceTensor.NameOf(type));
        var problem = new Problem(type);
        using var optimizer = OptimizerTable.Cases[name](problem.Parameters);
        for (var step = 0; step < expected.Steps.Length; step++)
        {
            problem.Step(optimizer);
            Agreement.Check($"{name}, step {step}", expected.Steps[step], problem.Numbers, bound);
        }
    }
}
