using Espalier.Plugins;

namespace Espalier.Planning;

/// <summary>In how many rounds something is cut, and how much of it in each.</summary>
[PluginOptions]
public sealed record CutSchedule
{
    /// <summary>How many rounds. 1: all at once.</summary>
    [Option(Min = 1, Shorthand = true)]
    public int Rounds { get; init; } = 1;

    /// <summary>How what stays falls from round to round.</summary>
    public CutCurve Curve { get; init; }

    /// <summary>The part that stays after a round.</summary>
    /// <param name="round">The round, from 0.</param>
    /// <param name="target">The part that stays after the last, from 0 to 1 (above 0 where the curve is exponential).</param>
    public double PartAfter(int round, double target)
    {
        if (round >= Rounds - 1)
        {
            return target;
        }

        var progress = (round + 1.0) / Rounds;
        return Curve switch
        {
            CutCurve.Cubic => target + ((1 - target) * Math.Pow(1 - progress, 3)),
            CutCurve.Exponential => Math.Pow(target, progress),
            _ => 1 - ((1 - target) * progress),
        };
    }
}
