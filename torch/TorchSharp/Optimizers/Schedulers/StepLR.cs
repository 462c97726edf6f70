namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Multiplies the rate by a factor every few steps.</summary>
                public class StepLR : LRScheduler
                {
                    private readonly int size;
                    private readonly double gamma;

                    /// <summary>Multiplies the rate by <paramref name="gamma"/> every <paramref name="step_size"/> steps.</summary>
                    public StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (size, this.gamma) = (step_size, gamma);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => Epoch == 0 || Epoch % size != 0 ? CurrentRates : Scaled(gamma);

                    private protected override IEnumerable<double> ClosedForm() => OfBase(Math.Pow(gamma, Epoch / size));
                }
            }
        }
    }
}
