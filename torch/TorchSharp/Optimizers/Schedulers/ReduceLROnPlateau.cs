namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>
                /// Reduces the rate when a measure has stopped to get better: call <see cref="step(double, int?)"/> with it.
                /// </summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool lessIsBetter;
                    private readonly bool relative;
                    private readonly double factor;
                    private readonly double threshold;
                    private readonly double least;
                    private readonly int patience;
                    private readonly int cooldown;
                    private readonly double[] minima;
                    private double best;
                    private int bad;
                    private int cooling;

                    /// <summary>Reduces the rate after some steps without progress.</summary>
                    /// <param name="optimizer">The optimizer.</param>
                    /// <param name="mode">"min" or "max": whether a smaller or a greater measure is better.</param>
                    /// <param name="factor">What the rate is multiplied by, below 1.</param>
                    /// <param name="patience">How many steps without progress are borne.</param>
                    /// <param name="threshold">How much better the measure must be to count.</param>
                    /// <param name="threshold_mode">"rel" or "abs": whether the threshold is a fraction of the best measure.</param>
                    /// <param name="cooldown">How many steps after a reduction do not count.</param>
                    /// <param name="min_lr">The least rate: one for all groups or one for each.</param>
                    /// <param name="eps">A change smaller than this is not made.</param>
                    /// <param name="verbose">Writes each change to the console.</param>
                    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4,
                        string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (factor >= 1)
                        {
                            throw new ArgumentException("It must be below 1.", nameof(factor));
                        }

                        lessIsBetter = Either(mode, "min", "max", nameof(mode));
                        relative = Either(threshold_mode, "rel", "abs", nameof(threshold_mode));
                        (this.factor, this.patience, this.threshold, this.cooldown, least) = (factor, patience, threshold, cooldown, eps);
                        minima = min_lr is null or [] ? PerGroup<double>(null, 0, nameof(min_lr)) :
                            min_lr is [var one] ? PerGroup<double>(null, one, nameof(min_lr)) : PerGroup(min_lr, 0, nameof(min_lr));
                        best = lessIsBetter ? double.PositiveInfinity : double.NegativeInfinity;
                    }

                    /// <inheritdoc/>
                    public override void step(double current, int? epoch = null)
                    {
                        Epoch = epoch ?? Epoch + 1;
                        if (IsBetter(current))
                        {
                            (best, bad) = (current, 0);
                        }
                        else
                        {
                            bad++;
                        }

                        if (cooling > 0)
                        {
                            (cooling, bad) = (cooling - 1, 0);
                        }

                        if (bad > patience)
                        {
                            Apply([.. CurrentRates.Zip(minima, Reduced)]);
                            (cooling, bad) = (cooldown, 0);
                        }

                        LastRates = CurrentRates;
                    }

                    /// <summary>Not for this schedule.</summary>
                    /// <exception cref="InvalidOperationException">Always: the measure is needed.</exception>
                    public override void step() =>
                        throw new InvalidOperationException("Call step(measure): this schedule goes by a measure.");

                    /// <summary>Not for this schedule.</summary>
                    /// <exception cref="InvalidOperationException">Always: the measure is needed.</exception>
                    public override void step(int? epoch) => step();

                    private static bool Either(string value, string first, string second, string name) =>
                        value == first || value == second
                            ? value == first
                            : throw new ArgumentException($"It must be \"{first}\" or \"{second}\", and is \"{value}\".", name);

                    private double Reduced(double rate, double minimum)
                    {
                        var reduced = Math.Max(rate * factor, minimum);
                        return rate - reduced > least ? reduced : rate;
                    }

                    private bool IsBetter(double measure) => (lessIsBetter, relative) switch
                    {
                        (true, true) => measure < best * (1 - threshold),
                        (true, false) => measure < best - threshold,
                        (false, true) => measure > best * (threshold + 1),
                        (false, false) => measure > best + threshold,
                    };
                }
            }
        }
    }
}
