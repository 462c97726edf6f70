using Espalier.Data;
using Espalier.Framework.Tests.Operators;
using Espalier.Training;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Training;

public class ResumeTests
{
    private static readonly TrainingOptions Everything = new()
    {
        Epochs = 4,
        LearningRate = 0.05,
        LabelSmoothing = 0.1,
        ClipNorm = 1,
        Distill = new(),
        Ema = new() { Decay = 0.8 },
        Augmentation = new()
        {
            ResizedCrop = 0.5,
            HorizontalFlip = true,
            RandAugment = new(),
            RandomErasing = 0.3,
            RepeatedAugmentation = 2,
            Mixup = 0.5,
            CutMix = 1,
        },
        BnRecalibrate = new() { Batches = 2 },
        EarlyStop = new() { Patience = 10 },
    };

    [Theory]
    [InlineData(OptimizerKind.Sgd)]
    [InlineData(OptimizerKind.AdamW)]
    public void Run_BrokenOffAfterEveryEpoch_EndsWithTheSameBits(OptimizerKind kind)
    {
        var options = Everything with { Optimizer = new() { Kind = kind } };
        var (weights, metrics, result) = Undisturbed(options);

        var run = new MemoryRun { CrashAfterSave = true };
        using var data = Toys.Data(validation: true);
        for (var attempt = 0; attempt < 4; attempt++)
        {
            // Each process begins with other random weights and another state of the generators.
            Assert.Throws<IOException>(() => new Trainer(run.Open(Toys.Model(100 + attempt), data, Toys.Model(1)), options).Run(default));
        }

        var last = Toys.Model(200);
        var resumed = new Trainer(run.Open(last, data, Toys.Model(1)), options).Run(default);
        Toys.AssertEqual(weights, Toys.Weights(last.Module));
        Assert.Equal(metrics, run.Metrics);
        Assert.Equal(result, resumed);
    }

    [Fact]
    public void Run_CancelledWithinAnEpoch_GoesOnFromItsBeginning()
    {
        var (weights, metrics, _) = Undisturbed(Everything);
        var run = new MemoryRun();
        using var data = Toys.Data(validation: true);
        using var source = new CancellationTokenSource();
        var hooks = new StopAt(7, source);
        Assert.ThrowsAny<OperationCanceledException>(() => new Trainer(run.Open(Toys.Model(3), data, Toys.Model(1)), Everything, hooks).Run(source.Token));
        Assert.Equal(2, run.Restored!.Position);

        var last = Toys.Model(4);
        new Trainer(run.Open(last, data, Toys.Model(1)), Everything).Run(default);
        Toys.AssertEqual(weights, Toys.Weights(last.Module));
        Assert.Equal(metrics, run.Metrics);
    }

    [Fact]
    public void Run_SavedEveryOtherEpoch_SavesTheLastToo()
    {
        var run = new MemoryRun();
        using var data = Toys.Data();
        new Trainer(run.Open(Toys.Model(), data), new TrainingOptions { Epochs = 5, CheckpointEvery = 2 }).Run(default);
        Assert.Equal((3, 5L), (run.Saves, run.Restored!.Position));
    }

    [Fact]
    public void Run_StateOfOtherOptions_SaysSo()
    {
        var run = new MemoryRun();
        using var data = Toys.Data();
        new Trainer(run.Open(Toys.Model(), data), new TrainingOptions { Epochs = 1 }).Run(default);
        var other = new Trainer(run.Open(Toys.Model(), data), new TrainingOptions { Epochs = 2, Ema = new() });
        Assert.Contains("saved with other options", Assert.Throws<TrainingException>(() => other.Run(default)).Message, StringComparison.Ordinal);
    }

    private static (Dictionary<string, Tensor> Weights, IReadOnlyList<string> Metrics, TrainingResult Result) Undisturbed(TrainingOptions options)
    {
        var run = new MemoryRun();
        using var data = Toys.Data(validation: true);
        var model = Toys.Model(1);
        // The first process of the disturbed run has other weights, which the undisturbed one begins with too.
        using (no_grad())
        {
            var first = Toys.Weights(Toys.Model(options == Everything ? 3 : 100).Module);
            foreach (var (name, tensor) in model.Module.state_dict())
            {
                tensor.copy_(first[name]);
            }
        }

        var result = new Trainer(run.Open(model, data, Toys.Model(1)), options).Run(default);
        return (Toys.Weights(model.Module), run.Metrics, result);
    }

    private sealed class StopAt(long step, CancellationTokenSource source) : ITrainingHooks
    {
        public void Begin(TrainingStep step1)
        {
            if (step1.Index == step)
            {
                source.Cancel();
            }
        }
    }
}
