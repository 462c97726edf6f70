using Espalier.Data;
using Espalier.Training;

namespace Espalier.Framework.Tests.Training;

public class TrainingOptionsTests
{
    [Fact]
    public void Complete_NothingGiven_SuitsTheOccasion()
    {
        var scratch = new TrainingOptions().Complete(TrainingDefaults.FromScratch);
        Assert.Equal((100, 0.1, 5e-4, 5.0), (scratch.Epochs!.Value, scratch.LearningRate!.Value, scratch.WeightDecay!.Value, scratch.WarmupEpochs!.Value));
        var tuned = new TrainingOptions { Optimizer = new() { Kind = OptimizerKind.AdamW } }.Complete(TrainingDefaults.FineTuning);
        Assert.Equal(10, tuned.Epochs);
        Assert.Equal(1e-4, tuned.LearningRate!.Value, 12);
        Assert.Equal((0.05, 0.0), (tuned.WeightDecay!.Value, tuned.WarmupEpochs!.Value));
    }

    [Fact]
    public void Complete_Given_Stays()
    {
        var options = new TrainingOptions { Epochs = 3, LearningRate = 0.7, WeightDecay = 0, WarmupEpochs = 1 };
        Assert.Equal(options, options.Complete(TrainingDefaults.FromScratch));
    }

    public static TheoryData<TrainingOptions, string> Wrong => new()
    {
        { new() { Epochs = 0 }, "epochs is 0" },
        { new() { LearningRate = double.NaN }, "lr is NaN" },
        { new() { LearningRate = 0.1, MinLearningRate = 0.2 }, "min-lr is 0.2, above lr, which is 0.1" },
        { new() { Epochs = 2, WarmupEpochs = 2 }, "warmup-epochs is 2 of 2" },
        { new() { Schedule = new() { Kind = ScheduleKind.Step } }, "schedule.Milestones: Milestones go" },
        { new() { Schedule = new() { Milestones = [3] } }, "schedule.Milestones: Milestones go" },
        { new() { Schedule = new() { Kind = ScheduleKind.Step, Milestones = [6, 3] } }, "Each milestone" },
        { new() { Optimizer = new() { Momentum = 0, Nesterov = true } }, "optimizer.Nesterov" },
        { new() { Optimizer = new() { Betas = [0.9] } }, "There must be two" },
        { new() { EarlyStop = new(), EvaluateEvery = 0 }, "evaluate-every" },
        { new() { EarlyStop = new(), Ema = new() { Keep = false } }, "set ema.evaluate and ema.keep alike" },
        { new() { Augmentation = new() { Preset = AugmentationPreset.Deit, Mixup = 0.1 } }, "A preset says all" },
        { new() { Distill = new() { Temperature = 0 } }, "distill.temperature" },
        { new() { Ema = new() { Decay = 1 } }, "ema.decay" },
        { new() { LabelSmoothing = 1 }, "label-smoothing" },
        { new() { LearningRate = 0.1, WarmupLearningRate = 0.2 }, "warmup-lr is 0.2, above lr, which is 0.1" },
        { new() { WarmupLearningRate = -1 }, "warmup-lr is -1" },
        { new() { Epochs = 10, WarmupEpochs = 2, CooldownEpochs = 8 }, "cooldown-epochs is 8, and warmup-epochs 2, of 10 epochs" },
        { new() { CooldownEpochs = 2, Schedule = new() { Kind = ScheduleKind.Constant } }, "leave out cooldown-epochs" },
        { new() { Augmentation = new() { ResizedCrop = 0.5, CropPadding = 4 } }, "cropped in one way" },
        { new() { Augmentation = new() { ResizedCrop = 0 } }, "ResizedCrop must be above 0" },
        { new() { Augmentation = new() { RepeatedAugmentation = 0 } }, "RepeatedAugmentation must be at least 1" },
        { new() { Augmentation = new() { RandAugment = new() { Count = 0 } } }, "the magnitude from 0 to 10" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Complete_Wrong_NamesTheOption(TrainingOptions options, string expected) =>
        Assert.Contains(
            expected, Assert.ThrowsAny<ArgumentException>(() => options.Complete(TrainingDefaults.FineTuning)).Message, StringComparison.Ordinal);
}
