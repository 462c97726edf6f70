namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Up and down between two rates, and the momentum down and up between two momentums.</summary>
                public class CyclicLR : LRScheduler
                {
                    private readonly double length;
                    private readonly double up;
                    private readonly Func<double, double> scale;
                    private readonly bool perCycle;
                    private readonly double[] maxima;
                    private readonly (double Base, double Max)[]? momentums;

                    /// <summary>The same bounds for all groups.</summary>
                    public CyclicLR(
                        Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                        Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null,
                        ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8,
                        double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, Repeat(optimizer, base_lr), Repeat(optimizer, max_lr), step_size_up, step_size_down, mode, gamma,
                            scale_fn, scale_mode, cycle_momentum, Repeat(optimizer, base_momentum), Repeat(optimizer, max_momentum),
                            last_epoch, verbose)
                    {
                    }

                    /// <summary>Bounds for each group.</summary>
                    /// <param name="optimizer">The optimizer.</param>
                    /// <param name="base_lr">The lower rates.</param>
                    /// <param name="max_lr">The upper rates.</param>
                    /// <param name="step_size_up">The steps of the way up.</param>
                    /// <param name="step_size_down">The steps of the way down; -1 for as many as up.</param>
                    /// <param name="mode">How the height of the cycles changes, unless <paramref name="scale_fn"/> says.</param>
                    /// <param name="gamma">The base of <see cref="Mode.ExpRange"/>.</param>
                    /// <param name="scale_fn">The height by cycle or by step.</param>
                    /// <param name="scale_mode">What <paramref name="scale_fn"/> takes.</param>
                    /// <param name="cycle_momentum">Whether to change the momentum too.</param>
                    /// <param name="base_momentum">The lower momentums.</param>
                    /// <param name="max_momentum">The upper momentums.</param>
                    /// <param name="last_epoch">The number of the last step of a schedule that goes on; -1 for a new one.</param>
                    /// <param name="verbose">Writes each change to the console.</param>
                    /// <exception cref="ArgumentException">The optimizer has no momentum to change.</exception>
                    public CyclicLR(
                        Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000,
                        int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null,
                        ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null,
                        IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        length = step_size_up + (double)(step_size_down == -1 ? step_size_up : step_size_down);
                        up = step_size_up / length;
                        BaseRates = PerGroup(base_lr, 0, nameof(base_lr));
                        maxima = PerGroup(max_lr, 0, nameof(max_lr));
                        perCycle = scale_fn is null ? mode != Mode.ExpRange : scale_mode == ScaleMode.Cycle;
                        scale = scale_fn ?? mode switch
                        {
                            Mode.Triangular2 => cycle => 1 / Math.Pow(2, cycle - 1),
                            Mode.ExpRange => step => Math.Pow(gamma, step),
                            _ => _ => 1,
                        };
                        if (cycle_momentum)
                        {
                            if (!Array.TrueForAll(Groups, group => group is IMomentum))
                            {
                                throw new ArgumentException(
                                    "The optimizer has no momentum to change: pass cycle_momentum: false.", nameof(cycle_momentum));
                            }

                            var lower = PerGroup(base_momentum, 0.8, nameof(base_momentum));
                            momentums = [.. lower.Zip(PerGroup(max_momentum, 0.9, nameof(max_momentum)))];
                        }

                        step();
                    }

                    /// <summary>How the height of the cycles changes.</summary>
                    public enum Mode
                    {
                        /// <summary>All are equally high.</summary>
                        Triangular,

                        /// <summary>Each is half as high as the one before.</summary>
                        Triangular2,

                        /// <summary>They shrink by a factor at every step.</summary>
                        ExpRange,
                    }

                    /// <summary>What the function of the height takes.</summary>
                    public enum ScaleMode
                    {
                        /// <summary>The number of the cycle, from 1.</summary>
                        Cycle,

                        /// <summary>The number of the step.</summary>
                        Iterations,
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        var cycle = Math.Floor(1 + Epoch / length);
                        var x = 1.0 + Epoch / length - cycle;
                        var height = x <= up ? x / up : (x - 1) / (up - 1);
                        var scaling = scale(perCycle ? cycle : Epoch);
                        for (var i = 0; i < momentums?.Length; i++)
                        {
                            ((IMomentum)Groups[i]).Momentum = momentums[i].Max - (momentums[i].Max - momentums[i].Base) * height * scaling;
                        }

                        return BaseRates.Zip(maxima, (low, high) => low + (high - low) * height * scaling);
                    }

                    private static IEnumerable<double> Repeat(Optimizer optimizer, double value) =>
                        optimizer.ParamGroups.Select(_ => value);
                }
            }
        }
    }
}
