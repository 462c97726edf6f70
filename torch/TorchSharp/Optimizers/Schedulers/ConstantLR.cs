namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>A reduced rate for the first steps, the full one from then on.</summary>
                public class ConstantLR : LRScheduler
                {
                    private readonly double factor;
                    private readonly int steps;

                    /// <summary>The initial rate times <paramref name="factor"/> for <paramref name="total_iters"/> steps.</summary>
                    public ConstantLR(
                        Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (this.factor, steps) = (factor, total_iters);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        Epoch == 0 ? Scaled(factor) : Epoch == steps ? Scaled(1.0 / factor) : CurrentRates;

                    private protected override IEnumerable<double> ClosedForm() => OfBase(Epoch >= steps ? 1 : factor);
                }
            }
        }
    }
}
