using Espalier.Data;
using Espalier.Framework.Tests.Operators;
using Espalier.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Training;

public class PieceTests
{
    [Fact]
    public void Ema_ThreeSteps_EqualsTheRecurrence()
    {
        using var module = nn.Linear(1, 1, hasBias: false);
        Set(module.weight!, 1);
        using var ema = new Ema(module, new EmaOptions { Decay = 0.5, Warmup = false });
        foreach (var (value, step) in new[] { (3f, 0), (5f, 1), (-1f, 2) })
        {
            Set(module.weight!, value);
            ema.Update(step);
        }

        // (1 + 3) / 2 = 2, (2 + 5) / 2 = 3.5, (3.5 - 1) / 2 = 1.25
        Assert.Equal(1.25f, ema.Weights.Entries[0].Copy.item<float>());
    }

    [Fact]
    public void Ema_Warmup_KeepsATenthAtFirst()
    {
        using var module = nn.Linear(1, 1, hasBias: false);
        Set(module.weight!, 1);
        using var ema = new Ema(module, new EmaOptions { Decay = 0.999 });
        Set(module.weight!, 2);
        ema.Update(0);
        Assert.Equal(1.9f, ema.Weights.Entries[0].Copy.item<float>(), 1e-6);
    }

    [Fact]
    public void Ema_Buffers_AreAveragedAndCountsCopied()
    {
        using var module = nn.BatchNorm1d(2);
        using var ema = new Ema(module, new EmaOptions { Decay = 0.75, Warmup = false });
        using (no_grad())
        {
            module.running_mean!.fill_(8);
            module.num_batches_tracked!.fill_(5);
        }

        ema.Update(0);
        ema.Weights.Give();
        Assert.Equal(2f, module.running_mean![0].item<float>());
        Assert.Equal(5L, module.num_batches_tracked!.item<long>());
    }

    [Fact]
    public void EarlyStop_NoGainForItsPatience_IsReachedAndGivesTheBest()
    {
        using var module = nn.Linear(1, 1, hasBias: false);
        using var stop = new EarlyStop(module, new EarlyStopOptions { Patience = 2, MinDelta = 1 });
        foreach (var (weight, percent, reached) in new[] { (1f, 50.0, false), (2f, 60, false), (3f, 60.9, false), (4f, 59, true) })
        {
            Set(module.weight!, weight);
            stop.Observe(percent);
            Assert.Equal(reached, stop.IsReached);
        }

        stop.Give();
        Assert.Equal(2f, module.weight!.item<float>());
    }

    [Fact]
    public void BatchNormRecalibration_TwoBatches_TakesTheMeanOfTheirStatistics()
    {
        using var module = nn.BatchNorm2d(3, momentum: 0.3);
        module.eval();
        manual_seed(3);
        var images = Enumerable.Range(0, 2).Select(i => randn(5, 3, 4, 4).mul(i + 2).add(i)).ToArray();
        BatchNormRecalibration.Run(
            module, module.call, images.Select((x, i) => new Batch(i, x.clone().DetachFromDisposeScope(), zeros(5, ScalarType.Int64), null)), CPU, default);
        var means = images.Select(x => x.mean([0, 2, 3])).ToArray();
        var variances = images.Select(x => x.transpose(0, 1).flatten(1).var(1)).ToArray();
        Assert.True(module.running_mean!.allclose((means[0] + means[1]) / 2, 1e-5, 1e-6));
        Assert.True(module.running_var!.allclose((variances[0] + variances[1]) / 2, 1e-5, 1e-6));
        Assert.False(module.training);
        Assert.Equal(0.3, module.momentum);
    }

    [Fact]
    public void BatchNormRecalibration_Failing_LeavesTheStatistics()
    {
        using var module = nn.BatchNorm2d(3);
        var batches = new[] { new Batch(0, ones(2, 3, 2, 2), zeros(2, ScalarType.Int64), null) };
        Tensor Fail(Tensor images) => module.call(images).sum().item<float>() > -1 ? throw new IOException("cut") : images;
        Assert.Throws<IOException>(() => BatchNormRecalibration.Run(module, Fail, batches, CPU, default));
        Assert.Equal(0f, module.running_mean!.abs().max().item<float>());
        Assert.True(module.training);
    }

    [Fact]
    public void Optimizer_Groups_DecayMatricesOnly()
    {
        using var module = nn.Sequential(("a", nn.Linear(2, 2)), ("b", nn.BatchNorm1d(2)));
        var options = new TrainingOptions { WeightDecay = 0.5, LearningRate = 0.1, Optimizer = new() { Kind = OptimizerKind.AdamW } };
        using var optimizer = new TrainingOptimizer(module, new Dictionary<string, Parameter>(), options.Complete(TrainingDefaults.FineTuning));
        var before = Toys.Weights(module);
        foreach (var (_, parameter) in module.named_parameters())
        {
            parameter.mul(0).sum().backward();
        }

        optimizer.Step(0.1);
        var after = Toys.Weights(module);
        Assert.True(after["a.weight"].allclose(before["a.weight"] * 0.95, 1e-6, 1e-7));
        Assert.True(Toys.Same(after["a.bias"], before["a.bias"]));
        Assert.True(Toys.Same(after["b.weight"], before["b.weight"]));
    }

    [Fact]
    public void Optimizer_FrozenParameters_StayOut()
    {
        using var module = nn.Sequential(("a", nn.Linear(2, 2)), ("b", nn.Linear(2, 2)));
        foreach (var (_, parameter) in module.named_parameters().Where(p => p.name.StartsWith('a')))
        {
            parameter.requires_grad_(false);
        }

        using var optimizer = new TrainingOptimizer(
            module, new Dictionary<string, Parameter>(), new TrainingOptions().Complete(TrainingDefaults.FineTuning));
        Assert.Equal(2, optimizer.Parameters.Count);
    }

    private static void Set(Tensor tensor, float value)
    {
        using var off = no_grad();
        tensor.fill_(value);
    }
}
