using System.Globalization;

namespace Espalier.Training;

/// <summary>What must hold for training options, whoever made them.</summary>
internal static class TrainingOptionsCheck
{
    /// <summary>Throws where an option is out of its range, or two contradict each other.</summary>
    /// <param name="options">Complete options.</param>
    /// <exception cref="ArgumentException">The message names the option, its value and its range.</exception>
    public static void Check(TrainingOptions options)
    {
        var (optimizer, schedule) = (options.Optimizer, options.Schedule);
        Range(options.Epochs >= 1, "epochs", options.Epochs, "at least 1");
        Range(options.Batch is null or >= 1, "batch", options.Batch, "at least 1");
        Range(options.LearningRate > 0 && double.IsFinite(options.LearningRate.Value), "lr", options.LearningRate, "above 0");
        Range(options.MinLearningRate >= 0, "min-lr", options.MinLearningRate, "at least 0");
        Range(options.WeightDecay >= 0, "weight-decay", options.WeightDecay, "at least 0");
        Range(options.WarmupEpochs >= 0, "warmup-epochs", options.WarmupEpochs, "at least 0");
        Range(options.LabelSmoothing is >= 0 and < 1, "label-smoothing", options.LabelSmoothing, "from 0 to below 1");
        Range(options.ClipNorm is null or > 0, "clip-norm", options.ClipNorm, "above 0");
        Range(options.EvaluateEvery >= 0, "evaluate-every", options.EvaluateEvery, "at least 0");
        Range(options.CheckpointEvery >= 1, "checkpoint-every", options.CheckpointEvery, "at least 1");
        Range(optimizer.Momentum is >= 0 and < 1, "optimizer.momentum", optimizer.Momentum, "from 0 to below 1");
        Range(optimizer.Eps > 0, "optimizer.eps", optimizer.Eps, "above 0");
        Range(schedule.Gamma is > 0 and <= 1, "schedule.gamma", schedule.Gamma, "above 0 and at most 1");
        Range(options.Distill is null or { Temperature: > 0 }, "distill.temperature", options.Distill?.Temperature, "above 0");
        Range(options.Distill is null or { Weight: >= 0 and <= 1 }, "distill.weight", options.Distill?.Weight, "from 0 to 1");
        Range(options.Ema is null or { Decay: >= 0 and < 1 }, "ema.decay", options.Ema?.Decay, "from 0 to below 1");
        Range(options.EarlyStop is null or { Patience: >= 1 }, "early-stop.patience", options.EarlyStop?.Patience, "at least 1");
        Range(options.EarlyStop is null or { MinDelta: >= 0 }, "early-stop.min-delta", options.EarlyStop?.MinDelta, "at least 0");
        Range(options.BnRecalibrate is null or { Batches: >= 1 }, "bn-recalibrate.batches", options.BnRecalibrate?.Batches, "at least 1");
        Holds(optimizer.Betas is [>= 0 and < 1, >= 0 and < 1], "optimizer.betas: there must be two numbers, each from 0 to below 1.");
        Holds(!optimizer.Nesterov || optimizer.Momentum > 0, "optimizer.nesterov needs a momentum: set optimizer.momentum above 0.");
        Holds(
            options.MinLearningRate <= options.LearningRate,
            Text($"min-lr is {options.MinLearningRate}, above lr {options.LearningRate}: lower it."));
        Holds(
            options.WarmupEpochs < options.Epochs,
            Text($"warmup-epochs is {options.WarmupEpochs} of {options.Epochs} epochs: nothing would be left to train. Lower it."));
        Holds(
            (schedule.Kind == ScheduleKind.Step) == (schedule.Milestones.Count > 0),
            "schedule.milestones go with the kind 'step' and no other: schedule: { kind: step, milestones: [30, 60] }.");
        Holds(
            schedule.Milestones.Zip(schedule.Milestones.Skip(1)).All(pair => pair.First < pair.Second),
            "schedule.milestones must rise from each to the next.");
        Holds(
            options.EarlyStop is null || options.EvaluateEvery > 0,
            "early-stop needs evaluations: set evaluate-every to 1.");
        options.Augmentation.Validate();
    }

    private static void Range(bool holds, string key, object? value, string range) =>
        Holds(holds, Text($"{key} is {value}; it must be {range}."));

    private static void Holds(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
