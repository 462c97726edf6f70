using Espalier.Plugins;
using Espalier.Recipes;

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

    /// <summary>What a budget for the last round leaves after another: of a model that the last one leaves as it is, all.</summary>
    /// <param name="round">The round, from 0.</param>
    /// <param name="budget">What may stay after the last round.</param>
    /// <param name="dense">What the budget measures, before the first round.</param>
    public Budget After(int round, Budget budget, long dense)
    {
        ArgumentNullException.ThrowIfNull(budget);
        var target = budget.PartOf(dense);
        return target >= 1 || round >= Rounds - 1 ? budget : new Budget(budget.Measure, PartAfter(round, target), true);
    }

    /// <summary>What is wrong with it beside an option 'between', of a method that runs between rounds.</summary>
    /// <param name="hasBetween">Whether that option is given.</param>
    public IEnumerable<OptionProblem> Problems(bool hasBetween) => hasBetween && Rounds == 1
        ? [new("Between", "With one round there is nothing between rounds. Give 'schedule: { rounds: 2 }' or more, or make it a step of its own.")]
        : [];
}
