namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>One schedule after the other.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] schedulers;
                    private readonly int[] milestones;

                    /// <summary>Each milestone is the step at which the next schedule begins, with its step 0.</summary>
                    /// <exception cref="ArgumentException">A schedule is another optimizer's, or there is not one milestone between each
                    /// two schedules.</exception>
                    public SequentialLR(
                        Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1)
                        : base(optimizer, last_epoch + 1)
                    {
                        (this.schedulers, this.milestones) = ([.. schedulers], [.. milestones]);
                        if (Array.Exists(this.schedulers, scheduler => scheduler.Optimizer != optimizer))
                        {
                            throw new ArgumentException("All schedules in a sequence must be of the same optimizer.", nameof(schedulers));
                        }

                        if (this.milestones.Length != this.schedulers.Length - 1)
                        {
                            throw new ArgumentException(
                                $"{this.schedulers.Length} schedules cannot have {this.milestones.Length} milestones between them.",
                                nameof(milestones));
                        }

                        // The schedules took their first step when they were made: all but the first one's is undone.
                        Array.ForEach(Groups, group => group.LearningRate = group.InitialLearningRate);
                        foreach (var scheduler in this.schedulers)
                        {
                            scheduler.Epoch--;
                        }

                        this.schedulers[0].Restart();
                        LastRates = this.schedulers[0].LastRates;
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        var current = milestones.Count(milestone => milestone <= Epoch);
                        if (current > 0 && milestones[current - 1] == Epoch)
                        {
                            schedulers[current].step(0);
                        }
                        else
                        {
                            schedulers[current].step();
                        }

                        return CurrentRates;
                    }
                }
            }
        }
    }
}
