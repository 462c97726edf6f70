using Espalier.Data;
using Espalier.Plugins;
using Espalier.Recipes;

namespace Espalier.Training;

/// <summary>How a model is trained. What is left out has a default that suits training from scratch or fine-tuning, whichever it is.</summary>
[PluginOptions]
public sealed record TrainingOptions : IValidatedOptions
{
    /// <summary>How often the model sees the training images. Default: 100 in <c>train</c>, 10 in <c>finetune</c>.</summary>
    [Option(Min = 1, Shorthand = true)]
    public int? Epochs { get; init; }

    /// <summary>Images per batch. Default: the recipe's.</summary>
    [Option(Min = 1)]
    public int? Batch { get; init; }

    /// <summary>How gradients change the weights.</summary>
    public OptimizerOptions Optimizer { get; init; } = new();

    /// <summary>
    /// The greatest learning rate. Default: in <c>train</c> 0.1 with <c>sgd</c> and 0.001 with <c>adamw</c>, in <c>finetune</c> a tenth of that.
    /// </summary>
    [Option(Name = "lr", Min = 0, ExclusiveMin = true)]
    public double? LearningRate { get; init; }

    /// <summary>The least learning rate, where the schedule ends. Default: 0.</summary>
    [Option(Name = "min-lr", Min = 0)]
    public double MinLearningRate { get; init; }

    /// <summary>How the learning rate falls.</summary>
    public ScheduleOptions Schedule { get; init; } = new();

    /// <summary>
    /// Epochs in which the learning rate rises from nearly 0, before the schedule begins. Default: in <c>train</c> a tenth of all epochs, at most 5; in
    /// <c>finetune</c> 0.
    /// </summary>
    [Option(Min = 0)]
    public double? WarmupEpochs { get; init; }

    /// <summary>The learning rate that this rise begins above. Default: 0.</summary>
    [Option(Name = "warmup-lr", Min = 0)]
    public double WarmupLearningRate { get; init; }

    /// <summary>The last of the epochs, in which the learning rate stays at its least; for <c>cosine</c> and <c>linear</c>. Default: 0.</summary>
    [Option(Min = 0)]
    public double CooldownEpochs { get; init; }

    /// <summary>How strongly weights are pulled towards 0. Default: 0.0005 with <c>sgd</c>, 0.05 with <c>adamw</c>.</summary>
    [Option(Min = 0)]
    public double? WeightDecay { get; init; }

    /// <summary>Whether biases and the parameters of norms, which have one dimension, are pulled towards 0 too. Default: false.</summary>
    public bool DecayNorms { get; init; }

    /// <summary>What part of each target is spread over all classes, from 0 to below 1. Default: 0.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMax = true)]
    public double LabelSmoothing { get; init; }

    /// <summary>The greatest norm of all gradients together; greater ones are scaled down. Default: no limit.</summary>
    [Option(Min = 0, ExclusiveMin = true)]
    public double? ClipNorm { get; init; }

    /// <summary>What is done to the images: <c>none</c>, <c>crop-flip</c>, <c>deit</c>, or each part by itself. Default: <c>crop-flip</c>.</summary>
    public AugmentationOptions Augmentation { get; init; } = new() { Preset = AugmentationPreset.CropFlip };

    /// <summary>Learning from another model's outputs. Default: none.</summary>
    public DistillationOptions? Distill { get; init; }

    /// <summary>A moving average of the weights. Default: none.</summary>
    public EmaOptions? Ema { get; init; }

    /// <summary>An end before the last epoch, when the validation images say that nothing is gained. Default: none.</summary>
    public EarlyStopOptions? EarlyStop { get; init; }

    /// <summary>New statistics of batch norms after the last epoch. Default: none.</summary>
    public BatchNormOptions? BnRecalibrate { get; init; }

    /// <summary>
    /// Epochs from one evaluation to the next: of the validation images, or of the test images where there are none. 0: never. Default: 1.
    /// </summary>
    [Option(Min = 0)]
    public int EvaluateEvery { get; init; } = 1;

    /// <summary>Epochs from one saved state to the next. Default: 1.</summary>
    [Option(Min = 1)]
    public int CheckpointEvery { get; init; } = 1;

    /// <summary>The options with nothing left open.</summary>
    /// <param name="defaults">What is left out becomes this.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or two contradict each other.</exception>
    public TrainingOptions Complete(TrainingDefaults defaults)
    {
        ArgumentNullException.ThrowIfNull(defaults);
        var (rate, decay) = Optimizer.Kind == OptimizerKind.Sgd ? (0.1, 5e-4) : (1e-3, 0.05);
        var epochs = Epochs ?? defaults.Epochs;
        var complete = this with
        {
            Epochs = epochs,
            LearningRate = LearningRate ?? (rate * defaults.RateFactor),
            WeightDecay = WeightDecay ?? decay,
            WarmupEpochs = WarmupEpochs ?? Math.Min(defaults.WarmupEpochs, epochs / 10.0),
        };
        TrainingOptionsCheck.Check(complete);
        return complete;
    }

    /// <inheritdoc/>
    public IEnumerable<OptionProblem> Problems()
    {
        if (MinLearningRate > LearningRate)
        {
            yield return new(nameof(MinLearningRate), FormattableString.Invariant($"min-lr is {MinLearningRate}, above lr, which is {LearningRate}: lower it."));
        }

        if (WarmupLearningRate > LearningRate)
        {
            yield return new(
                nameof(WarmupLearningRate), FormattableString.Invariant($"warmup-lr is {WarmupLearningRate}, above lr, which is {LearningRate}: lower it."));
        }

        if (WarmupEpochs >= Epochs)
        {
            yield return new(
                nameof(WarmupEpochs),
                FormattableString.Invariant($"warmup-epochs is {WarmupEpochs} of {Epochs} epochs: nothing would be left of the schedule. Lower it."));
        }
        else if (CooldownEpochs > 0 && (WarmupEpochs ?? 0) + CooldownEpochs >= Epochs)
        {
            yield return new(
                nameof(CooldownEpochs),
                FormattableString.Invariant(
                    $"cooldown-epochs is {CooldownEpochs}, and warmup-epochs {WarmupEpochs ?? 0}, of {Epochs} epochs: nothing would be left of the schedule. Lower it."));
        }

        if (CooldownEpochs > 0 && Schedule.Kind is ScheduleKind.Step or ScheduleKind.Constant)
        {
            yield return new(nameof(CooldownEpochs), "The schedules 'step' and 'constant' have no least rate to stay at: leave out cooldown-epochs.");
        }

        if (EarlyStop is not null && EvaluateEvery == 0)
        {
            yield return new(nameof(EarlyStop), "early-stop needs evaluations: set evaluate-every to 1, or leave early-stop out.");
        }

        if (EarlyStop is not null && Ema is { } ema && ema.Evaluate != ema.Keep)
        {
            yield return new(nameof(EarlyStop), "early-stop ends with the best weights that evaluations saw: set ema.evaluate and ema.keep alike.");
        }
    }
}
