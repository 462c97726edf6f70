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
        Range(options.WarmupLearningRate >= 0, "warmup-lr", options.WarmupLearningRate, "at least 0");
        Range(options.CooldownEpochs >= 0, "cooldown-epochs", options.CooldownEpochs, "at least 0");
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
        Range(optimizer.Betas.All(beta => beta is >= 0 and < 1), "optimizer.betas", string.Join(", ", optimizer.Betas), "from 0 to below 1");
        Range(schedule.Milestones.All(epoch => epoch >= 0), "schedule.milestones", string.Join(", ", schedule.Milestones), "at least 0");
        options.Augmentation.Validate();
        foreach (var (prefix, problems) in new[] { ("optimizer.", optimizer.Problems()), ("schedule.", schedule.Problems()), ("", options.Problems()) })
        {
            foreach (var problem in problems)
            {
                throw new ArgumentException($"{prefix}{problem.Option}: {problem.Message}");
            }
        }
    }

    private static void Range(bool holds, string key, object? value, string range)
    {
        if (!holds)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{key} is {value}; it must be {range}."));
        }
    }
}
