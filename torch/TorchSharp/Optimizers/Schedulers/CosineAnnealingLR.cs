namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Half a wave of the cosine, from the initial rate to the least one, and on in waves.</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double period;
                    private readonly double least;

                    /// <summary>From the initial rate to <paramref name="eta_min"/> in <paramref name="T_max"/> steps.</summary>
                    public CosineAnnealingLR(
                        Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (period, least) = (T_max, eta_min);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0)
                        {
                            return CurrentRates;
                        }

                        if (_step_count == 1)
                        {
                            return ClosedForm();
                        }

                        // Each rate follows from the one before, so that schedules can be chained; at the bottom of the wave it cannot.
                        var (now, before) = (1 + Math.Cos(Math.PI * Epoch / period), 1 + Math.Cos(Math.PI * (Epoch - 1) / period));
                        return (Epoch - 1 - period) % (2 * period) == 0
                            ? CurrentRates.Zip(
                                BaseRates, (rate, initial) => rate + (initial - least) * (1 - Math.Cos(Math.PI / period)) / 2)
                            : CurrentRates.Select(rate => now / before * (rate - least) + least);
                    }

                    private protected override IEnumerable<double> ClosedForm() =>
                        BaseRates.Select(initial => least + (initial - least) * (1 + Math.Cos(Math.PI * Epoch / period)) / 2);
                }
            }
        }
    }
}
