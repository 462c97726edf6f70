using System.Globalization;
using Espalier.Planning;
using Espalier.Reports;

namespace Espalier.Plugins.Snp;

/// <summary>
/// Finds the most MACs that keep to a latency, from a few measurements. Time is taken to grow with MACs, but not in proportion: the next number of MACs is where a
/// line between the widest widths that were fast enough and the narrowest that were not comes just below the goal.
/// </summary>
/// <param name="budget">What may stay of the time.</param>
/// <param name="least">The least MACs that can be reached.</param>
/// <param name="most">The MACs where only what ratios ask for goes.</param>
/// <param name="dense">The MACs of the model as it is.</param>
internal sealed class LatencySearch(LatencyBudget budget, long least, long most, long dense)
{
    /// <summary>A measurement takes seconds.</summary>
    public const int MostProbes = 8;

    /// <summary>How far below the goal is near enough, as a part of it: about what measurements differ by.</summary>
    public const double Tolerance = 0.03;

    /// <summary>Fewer MACs than this part of the model's are not worth a measurement.</summary>
    private const double LeastGap = 0.005;

    private readonly List<LatencyProbe> probes = [];

    /// <summary>What was measured, in order.</summary>
    public IReadOnlyList<LatencyProbe> Probes => probes;

    /// <summary>The time of the model as it was, in milliseconds, from all measurements.</summary>
    public double Before => Latency.Of(probes.Select(probe => probe.Before)).Median;

    /// <summary>The part of the time that may stay.</summary>
    public double Limit => budget.PartOf(Before);

    /// <summary>The MACs to measure next; null where there is enough to decide.</summary>
    public long? Next
    {
        get
        {
            if (probes.Count == 0)
            {
                return least;
            }

            if (probes.Count == MostProbes || Widest is not { } low || low.Part >= Limit * (1 - Tolerance))
            {
                return null;
            }

            if (!Known.Any(probe => probe.Asked == dense))
            {
                return dense;
            }

            if (Known.Where(probe => probe.Part > Limit && probe.Macs > low.Macs).MinBy(probe => probe.Macs) is not { } high || high.Macs - low.Asked <= LeastGap * dense)
            {
                return null;
            }

            // Near an end the line may mislead: each measurement takes off a tenth at least.
            var share = ((Limit * (1 - (Tolerance / 2))) - low.Part) / (high.Part - low.Part);
            return low.Asked + (long)((high.Macs - low.Asked) * Math.Clamp(share, 0.1, 0.9));
        }
    }

    /// <summary>The widest widths that keep to the latency.</summary>
    /// <exception cref="PlanException">None do.</exception>
    public LatencyProbe Best => Widest ?? throw new PlanException(OutOfReach(probes.MinBy(probe => probe.Part)!));

    private LatencyProbe? Widest => Known.Where(probe => probe.Part <= Limit).MaxBy(probe => probe.Asked);

    /// <summary>What was measured, and the model as it is where no ratio cuts it in any case.</summary>
    private IEnumerable<LatencyProbe> Known => most == dense ? probes.Append(new LatencyProbe(dense, dense, Before, Before)) : probes;

    /// <summary>Adds a measurement.</summary>
    public void Add(LatencyProbe probe) => probes.Add(probe);

    /// <summary>What was asked against what was measured: a part in percent, or milliseconds.</summary>
    public AskedAchieved Goal()
    {
        var (factor, unit) = budget.IsPart ? (100, "%") : (Before, "ms");
        return new AskedAchieved("latency kept", Limit * factor, Best.Part * factor, unit, Best.Part <= Limit);
    }

    private string OutOfReach(LatencyProbe fastest) => string.Create(
        CultureInfo.InvariantCulture,
        $"At most {Limit * Before:0.###} ms ({100 * Limit:0.#} %) may stay of the {Before:0.###} ms that the model takes, and the least that was measured is "
        + $"{fastest.Part * Before:0.###} ms ({100 * fastest.Part:0.#} %), with {fastest.Macs} of {dense} MACs. Let more of it stay, let "
        + $"more kinds of layers be cut, or take out whole heads and blocks.");
}
