namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>A straight line between two fractions of the initial rate.</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double start;
                    private readonly double slope;
                    private readonly int steps;

                    /// <summary>
                    /// From <paramref name="start_factor"/> to <paramref name="end_factor"/> in <paramref name="total_iters"/> steps.
                    /// </summary>
                    public LinearLR(
                        Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5,
                        int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (start, slope, steps) = (start_factor, end_factor - start_factor, total_iters);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        Epoch == 0 ? Scaled(start) :
                        Epoch > steps ? CurrentRates :
                        Scaled(1.0 + slope / (steps * start + (Epoch - 1) * slope));

                    private protected override IEnumerable<double> ClosedForm() => OfBase(start + slope * Math.Min(steps, Epoch) / steps);
                }
            }
        }
    }
}
