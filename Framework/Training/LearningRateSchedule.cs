namespace Espalier.Training;

/// <summary>
/// The learning rate as a function of the step alone: a rise along a line, <c>lr (t + 1) / warmup</c>, then the schedule over the steps that are left, where
/// <c>x</c> from 0 to below 1 says how far it has come: <c>cosine</c> is <c>min + (lr - min) (1 + cos(pi x)) / 2</c>, <c>linear</c>
/// <c>lr + (min - lr) x</c>, <c>step</c> <c>lr gamma^m</c> after m milestones, not below <c>min</c>.
/// </summary>
public sealed class LearningRateSchedule
{
    private readonly ScheduleOptions schedule;
    private readonly double rate;
    private readonly double least;
    private readonly long steps;
    private readonly long warmup;
    private readonly long stepsPerEpoch;

    /// <summary>The schedule of a training.</summary>
    /// <param name="options">Complete options.</param>
    /// <param name="stepsPerEpoch">Batches per epoch.</param>
    public LearningRateSchedule(TrainingOptions options, long stepsPerEpoch)
    {
        ArgumentNullException.ThrowIfNull(options);
        (schedule, rate, least) = (options.Schedule, options.LearningRate!.Value, options.MinLearningRate);
        steps = options.Epochs!.Value * stepsPerEpoch;
        warmup = (long)Math.Round(options.WarmupEpochs!.Value * stepsPerEpoch, MidpointRounding.AwayFromZero);
        this.stepsPerEpoch = stepsPerEpoch;
    }

    /// <summary>The rate of a step, counted from 0 over all epochs.</summary>
    public double At(long step)
    {
        if (step < warmup)
        {
            return rate * (step + 1) / warmup;
        }

        var progress = (step - warmup) / (double)(steps - warmup);
        return schedule.Kind switch
        {
            ScheduleKind.Cosine => least + ((rate - least) * (1 + Math.Cos(Math.PI * progress)) / 2),
            ScheduleKind.Linear => rate + ((least - rate) * progress),
            ScheduleKind.Step => Math.Max(least, rate * Math.Pow(schedule.Gamma, schedule.Milestones.Count(epoch => step >= epoch * stepsPerEpoch))),
            _ => rate,
        };
    }
}
