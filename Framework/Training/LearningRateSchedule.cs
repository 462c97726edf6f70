namespace Espalier.Training;

/// <summary>
/// The learning rate as a function of the step alone: a rise along a line, <c>start + (lr - start) (t + 1) / warmup</c>, then the schedule over the steps that are left
/// but for the cooldown, where <c>x</c> from 0 to 1 says how far it has come and stays 1 in the cooldown: <c>cosine</c> is <c>min + (lr - min) (1 + cos(pi x)) / 2</c>, <c>linear</c>
/// <c>lr + (min - lr) x</c>, <c>step</c> <c>lr gamma^m</c> after m milestones, not below <c>min</c>.
/// </summary>
public sealed class LearningRateSchedule
{
    private readonly ScheduleOptions schedule;
    private readonly double rate;
    private readonly double least;
    private readonly double start;
    private readonly long steps;
    private readonly long warmup;
    private readonly long stepsPerEpoch;

    /// <summary>The schedule of a training.</summary>
    /// <param name="options">Complete options.</param>
    /// <param name="stepsPerEpoch">Batches per epoch.</param>
    public LearningRateSchedule(TrainingOptions options, long stepsPerEpoch)
    {
        ArgumentNullException.ThrowIfNull(options);
        (schedule, rate, least, start) = (options.Schedule, options.LearningRate!.Value, options.MinLearningRate, options.WarmupLearningRate);
        steps = (options.Epochs!.Value * stepsPerEpoch) - Steps(options.CooldownEpochs);
        warmup = Steps(options.WarmupEpochs!.Value);
        this.stepsPerEpoch = stepsPerEpoch;

        long Steps(double epochs) => (long)Math.Round(epochs * stepsPerEpoch, MidpointRounding.AwayFromZero);
    }

    /// <summary>The rate of a step, counted from 0 over all epochs.</summary>
    public double At(long step)
    {
        if (step < warmup)
        {
            return start + ((rate - start) * (step + 1) / warmup);
        }

        var progress = Math.Min(1, (step - warmup) / (double)Math.Max(1, steps - warmup));
        return schedule.Kind switch
        {
            ScheduleKind.Cosine => least + ((rate - least) * (1 + Math.Cos(Math.PI * progress)) / 2),
            ScheduleKind.Linear => rate + ((least - rate) * progress),
            ScheduleKind.Step => Math.Max(least, rate * Math.Pow(schedule.Gamma, schedule.Milestones.Count(epoch => step >= epoch * stepsPerEpoch))),
            _ => rate,
        };
    }
}
