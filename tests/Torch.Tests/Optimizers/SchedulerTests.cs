using Espalier.Torch.Tests.Training;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;
using AnnealStrategy = TorchSharp.torch.optim.lr_scheduler.impl.OneCycleLR.AnnealStrategy;
using Mode = TorchSharp.torch.optim.lr_scheduler.impl.CyclicLR.Mode;
using ScaleMode = TorchSharp.torch.optim.lr_scheduler.impl.CyclicLR.ScaleMode;

namespace Espalier.Torch.Tests.Optimizers;

/// <summary>The rates of every schedule, for two groups that begin with 0.1 and 0.02, against PyTorch.</summary>
public sealed class SchedulerTests
{
    private static readonly Dictionary<string, Func<Optimizer, LRScheduler>> Cases = new()
    {
        ["lambda"] = o => LambdaLR(o, epoch => 1 / (1 + 0.1 * epoch)),
        ["lambdas"] = o => new impl.LambdaLR(o, [epoch => Math.Pow(0.9, epoch), epoch => 1.0 / (1 + epoch)]),
        ["multiplicative"] = o => MultiplicativeLR(o, epoch => 1 - 0.01 * epoch),
        ["step"] = o => StepLR(o, 4, gamma: 0.5),
        ["multi-step"] = o => MultiStepLR(o, [3, 10, 17], gamma: 0.3),
        ["exponential"] = o => ExponentialLR(o, 0.93),
        ["constant"] = o => ConstantLR(o, factor: 0.25, total_iters: 6),
        ["linear"] = o => LinearLR(o, start_factor: 0.1, end_factor: 0.8, total_iters: 12),
        ["polynomial"] = o => PolynomialLR(o, total_iters: 20, power: 2),
        ["cosine"] = o => CosineAnnealingLR(o, 10, eta_min: 0.001),
        ["cosine-long"] = o => CosineAnnealingLR(o, 40),
        ["warm-up-cosine"] = o => SequentialLR(
            o, [LinearLR(o, start_factor: 0.1, end_factor: 1, total_iters: 7), CosineAnnealingLR(o, 23)], [7]),
        ["sequence"] = o => SequentialLR(
            o, [ConstantLR(o, factor: 0.5, total_iters: 3), ExponentialLR(o, 0.9), StepLR(o, 3, gamma: 0.5)], [7, 15]),
        ["sequence-polynomial"] = o => SequentialLR(
            o, [MultiStepLR(o, [2, 4], gamma: 0.5), PolynomialLR(o, total_iters: 10, power: 1)], [7]),
        ["chained"] = o => ChainedLR([ConstantLR(o, factor: 0.1, total_iters: 4), ExponentialLR(o, 0.9)]),
        ["one-cycle"] = o => OneCycleLR(o, 0.5, total_steps: 31),
        ["one-cycle-linear"] = o => OneCycleLR(
            o, [0.5, 0.1], epochs: 4, steps_per_epoch: 10, pct_start: 0.4, anneal_strategy: AnnealStrategy.Linear, div_factor: 10,
            final_div_factor: 100),
        ["one-cycle-three-phases"] = o => OneCycleLR(
            o, 0.5, total_steps: 40, pct_start: 0.3, base_momentum: 0.8, max_momentum: 0.9, three_phase: true),
        ["cyclic"] = o => CyclicLR(o, 0.01, 0.1, step_size_up: 5, cycle_momentum: false),
        ["cyclic-halved"] = o => CyclicLR(
            o, [0.01, 0.02], [0.1, 0.3], step_size_up: 3, step_size_down: 7, mode: Mode.Triangular2, cycle_momentum: false),
#if TORCHSHARP_SYSTEM // TorchSharp's own goes by cycles where PyTorch goes by steps, and raises the momentum where PyTorch lowers it.
        ["cyclic-range"] = o => CyclicLR(o, 0.01, 0.1, step_size_up: 4, mode: Mode.ExpRange, gamma: 0.95),
        ["cyclic-scaled"] = o => CyclicLR(
            o, 0.01, 0.1, step_size_up: 4, scale_fn: step => 1 / (1 + step), scale_mode: ScaleMode.Iterations, base_momentum: 0.7,
            max_momentum: 0.95),
#endif
        ["plateau"] = o => ReduceLROnPlateau(o, factor: 0.5, patience: 2, cooldown: 1),
        ["plateau-max"] = o => ReduceLROnPlateau(
            o, mode: "max", factor: 0.3, patience: 1, threshold: 0.01, threshold_mode: "abs", min_lr: [0.001, 0.004]),
    };

    public static TheoryData<string> Names() => new(Cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Rates_OfThirtySteps_MatchPyTorch(string name)
    {
        using var scope = NewDisposeScope();
        var expected = TrainingReference.File.Schedulers.Single(one => one.Name == name);
        using var optimizer = Groups(name);
        var scheduler = Cases[name](optimizer);
        for (var step = 0; step < expected.Rates.Length; step++)
        {
            if (step > 0 && name.StartsWith("plateau", StringComparison.Ordinal))
                scheduler.step(Measure(step));
            else if (step > 0)
                scheduler.step();

            Check($"the rates of step {step}", expected.Rates[step], optimizer.ParamGroups.Select(group => group.LearningRate));
            if (expected.Momentums is { } momentums)
                Check($"the momentums of step {step}", momentums[step], optimizer.ParamGroups.Select(MomentumOf));
        }
    }

    [Fact]
    public void LastRates_AfterSteps_AreTheOptimizers()
    {
        using var scope = NewDisposeScope();
        using var optimizer = Groups("step");
        var scheduler = StepLR(optimizer, 1, gamma: 0.5);
        scheduler.step();
        Assert.Equal([0.05, 0.01], scheduler.get_last_lr());
        Assert.Equal([0.1, 0.02], optimizer.ParamGroups.Select(group => group.InitialLearningRate));
    }

    [Theory]
    [InlineData("step")]
    [InlineData("exponential")]
    [InlineData("lambda")]
    [InlineData("cosine-long")]
    public void Schedule_MadeAnewFromALaterStep_GoesOn(string name)
    {
        using var scope = NewDisposeScope();
        var expected = TrainingReference.File.Schedulers.Single(one => one.Name == name);
        using var optimizer = Groups(name);
        var scheduler = Cases[name](optimizer);
        for (var step = 0; step < 9; step++)
            scheduler.step();

        // Made with the number of the last step done, a schedule takes the next one at once.
        scheduler = name switch
        {
            "step" => StepLR(optimizer, 4, gamma: 0.5, last_epoch: 9),
            "exponential" => ExponentialLR(optimizer, 0.93, last_epoch: 9),
            "lambda" => LambdaLR(optimizer, epoch => 1 / (1 + 0.1 * epoch), last_epoch: 9),
            _ => CosineAnnealingLR(optimizer, 40, last_epoch: 9),
        };
        Check("the rates of step 10", expected.Rates[10], scheduler.get_last_lr());
        scheduler.step();
        Check("the rates of step 11", expected.Rates[11], scheduler.get_last_lr());
    }

    [Fact]
    public void Sequence_OfAnotherOptimizersSchedules_IsRefused()
    {
        using var scope = NewDisposeScope();
        using var first = Groups("step");
        using var second = Groups("step");
        Assert.Throws<ArgumentException>(() => SequentialLR(first, [StepLR(first, 1), StepLR(second, 1)], [3]));
        Assert.Throws<ArgumentException>(() => SequentialLR(first, [StepLR(first, 1), StepLR(first, 1)], [3, 4]));
    }

    [Fact]
    public void Plateau_SteppedWithoutAMeasure_IsRefused()
    {
        using var scope = NewDisposeScope();
        using var optimizer = Groups("plateau");
        var scheduler = ReduceLROnPlateau(optimizer);
        Assert.Throws<InvalidOperationException>(() => scheduler.step());
    }

    [Fact]
    public void OneCycle_OfUnknownLength_IsRefused()
    {
        using var scope = NewDisposeScope();
        using var optimizer = Groups("one-cycle");
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimizer, 0.1));
    }

    private static Optimizer Groups(string name)
    {
        var (first, second) = (nn.Parameter(zeros(1)), nn.Parameter(zeros(1)));
        return name == "one-cycle-three-phases"
            ? Adam([new Adam.ParamGroup { Parameters = [first] }, new Adam.ParamGroup([second], lr: 0.02)], 0.1)
            : SGD([new SGD.ParamGroup { Parameters = [first] }, new SGD.ParamGroup([second], lr: 0.02)], 0.1, momentum: 0.9);
    }

    private static double MomentumOf(ILearningRateController group) =>
        group is IBetas betas ? betas.Betas.Item1 : ((IMomentum)group).Momentum;

    private static double Measure(int step) => Math.Max(1 - 0.1 * step, 0.4) + 0.02 * Math.Sin(step);

    private static void Check(string what, double[] expected, IEnumerable<double> actual)
    {
        var numbers = actual.ToArray();
        Assert.Equal(expected.Length, numbers.Length);
        for (var i = 0; i < numbers.Length; i++)
        {
            var error = Math.Abs(numbers[i] - expected[i]);
            Assert.True(error <= 1e-12 * Math.Abs(expected[i]), $"{what}, group {i}: {numbers[i]:r}, not {expected[i]:r}.");
        }
    }
}
