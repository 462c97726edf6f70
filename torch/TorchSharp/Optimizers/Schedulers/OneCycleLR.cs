namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Once up to the greatest rate and down to nearly nothing, and the momentum down and up.</summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly int steps;
                    private readonly Phase[] phases;
                    private readonly Func<double, double, double, double> anneal;
                    private readonly (double Initial, double Max, double Min)[] rates;
                    private readonly (double Base, double Max)[]? momentums;

                    /// <summary>The same bounds for all groups.</summary>
                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4,
                        bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, Repeat(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy,
                            cycle_momentum, Repeat(optimizer, base_momentum), Repeat(optimizer, max_momentum), div_factor, final_div_factor,
                            three_phase, last_epoch, verbose)
                    {
                    }

                    /// <summary>Bounds for each group.</summary>
                    /// <param name="optimizer">The optimizer.</param>
                    /// <param name="max_lr">The greatest rates.</param>
                    /// <param name="total_steps">The steps of the cycle; or give the next two.</param>
                    /// <param name="epochs">The epochs of the cycle.</param>
                    /// <param name="steps_per_epoch">The steps of each epoch.</param>
                    /// <param name="pct_start">The fraction of the steps that goes up.</param>
                    /// <param name="anneal_strategy">The shape of the way.</param>
                    /// <param name="cycle_momentum">Whether to change the momentum, or the first beta, too.</param>
                    /// <param name="base_momentum">The lower momentums.</param>
                    /// <param name="max_momentum">The upper momentums.</param>
                    /// <param name="div_factor">The greatest rate divided by the first.</param>
                    /// <param name="final_div_factor">The first rate divided by the last.</param>
                    /// <param name="three_phase">Goes down to the first rate as slowly as up, and then to the last.</param>
                    /// <param name="last_epoch">The number of the last step of a schedule that goes on; -1 for a new one.</param>
                    /// <param name="verbose">Writes each change to the console.</param>
                    /// <exception cref="ArgumentException">The number of steps is not given, an argument is out of its range, or there is
                    /// no momentum to change.</exception>
                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25,
                        double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        steps = total_steps != -1 ? total_steps : epochs * steps_per_epoch;
                        if (steps <= 0 || (total_steps == -1 && epochs <= 0))
                        {
                            throw new ArgumentException("Give total_steps, or epochs and steps_per_epoch, above 0.", nameof(total_steps));
                        }

                        if (!(pct_start is >= 0 and <= 1))
                        {
                            throw new ArgumentException("It must be in [0, 1].", nameof(pct_start));
                        }

                        if (cycle_momentum)
                        {
                            if (!Array.TrueForAll(Groups, group => group is IMomentum or IBetas))
                            {
                                throw new ArgumentException(
                                    "The optimizer has no momentum to change: pass cycle_momentum: false.", nameof(cycle_momentum));
                            }

                            var lower = PerGroup(base_momentum, 0.85, nameof(base_momentum));
                            momentums = [.. lower.Zip(PerGroup(max_momentum, 0.95, nameof(max_momentum)))];
                        }

                        rates = Array.ConvertAll(
                            PerGroup(max_lr, 0, nameof(max_lr)), max => (max / div_factor, max, max / div_factor / final_div_factor));
                        anneal = anneal_strategy == AnnealStrategy.Cos
                            ? (start, end, part) => end + (start - end) / 2.0 * (Math.Cos(Math.PI * part) + 1)
                            : (start, end, part) => (end - start) * part + start;

                        var top = pct_start * steps - 1;
                        phases = three_phase
                            ? [
                                new(top, rate => (rate.Initial, rate.Max), momentum => (momentum.Max, momentum.Base)),
                                new(2 * pct_start * steps - 2, rate => (rate.Max, rate.Initial), momentum => (momentum.Base, momentum.Max)),
                                new(steps - 1, rate => (rate.Initial, rate.Min), momentum => (momentum.Max, momentum.Max)),
                            ]
                            : [
                                new(top, rate => (rate.Initial, rate.Max), momentum => (momentum.Max, momentum.Base)),
                                new(steps - 1, rate => (rate.Max, rate.Min), momentum => (momentum.Base, momentum.Max)),
                            ];
                        step();
                    }

                    /// <summary>The shape of the way from one rate to the next.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Half a wave of the cosine.</summary>
                        Cos,

                        /// <summary>A straight line.</summary>
                        Linear,
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch > steps)
                        {
                            throw new InvalidOperationException($"The cycle has {steps} steps, and this would be number {Epoch + 1}.");
                        }

                        var index = Array.FindIndex(phases, phase => Epoch <= phase.End);
                        index = index < 0 ? phases.Length - 1 : index;
                        var begin = index == 0 ? 0 : phases[index - 1].End;
                        var current = phases[index];
                        var part = (Epoch - begin) / (current.End - begin);
                        for (var i = 0; i < momentums?.Length; i++)
                        {
                            var (from, to) = current.Momentum(momentums[i]);
                            SetMomentum(Groups[i], anneal(from, to, part));
                        }

                        return Array.ConvertAll(rates, rate =>
                        {
                            var (from, to) = current.Rate(rate);
                            return anneal(from, to, part);
                        });
                    }

                    private static IEnumerable<double> Repeat(Optimizer optimizer, double value) =>
                        optimizer.ParamGroups.Select(_ => value);

                    private static void SetMomentum(ILearningRateController group, double momentum)
                    {
                        if (group is IBetas betas)
                        {
                            betas.Betas = (momentum, betas.Betas.Item2);
                        }
                        else
                        {
                            ((IMomentum)group).Momentum = momentum;
                        }
                    }

                    /// <summary>A part of the cycle, up to a step: from where to where it leads.</summary>
                    private sealed record Phase(
                        double End, Func<(double Initial, double Max, double Min), (double From, double To)> Rate,
                        Func<(double Base, double Max), (double From, double To)> Momentum);
                }
            }
        }
    }
}
