namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Several schedules at once: each changes the rates that the one before it left.</summary>
                public class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] schedulers;

                    /// <summary>Steps the schedules in this order.</summary>
                    public ChainedLR(IEnumerable<LRScheduler> schedulers)
                    {
                        this.schedulers = [.. schedulers];
                        LastRates = this.schedulers[^1].LastRates;
                    }

                    /// <inheritdoc/>
                    public override void step()
                    {
                        Array.ForEach(schedulers, scheduler => scheduler.step());
                        LastRates = schedulers[^1].LastRates;
                    }

                    /// <inheritdoc/>
                    public override void step(int? epoch)
                    {
                        Array.ForEach(schedulers, scheduler => scheduler.step(epoch));
                        LastRates = schedulers[^1].LastRates;
                    }
                }
            }
        }
    }
}
