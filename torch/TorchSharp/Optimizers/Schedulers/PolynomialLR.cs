namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>A power of the fraction of steps left, down to 0.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private readonly double steps;
                    private readonly double power;

                    /// <summary>From the initial rate to 0 in <paramref name="total_iters"/> steps.</summary>
                    public PolynomialLR(
                        Optimizer optimizer, int total_iters = 5, double power = 1.0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (steps, this.power) = (total_iters, power);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        Epoch == 0 || Epoch > steps
                            ? CurrentRates
                            : Scaled(Math.Pow((1.0 - Epoch / steps) / (1.0 - (Epoch - 1) / steps), power));

                    private protected override IEnumerable<double> ClosedForm() =>
                        OfBase(Math.Pow(1.0 - Math.Min(steps, Epoch) / steps, power));
                }
            }
        }
    }
}
