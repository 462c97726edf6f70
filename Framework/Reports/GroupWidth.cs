using Espalier.Planning;

namespace Espalier.Reports;

/// <summary>What a run left of a structure group.</summary>
/// <param name="Group">The group's name, that of its first layer.</param>
/// <param name="Kept">The units that stayed.</param>
/// <param name="Of">The units that there were.</param>
public sealed record GroupWidth(string Group, int Kept, int Of)
{
    /// <summary>The widths of groups that plans cut one after another; groups that no plan cut are not among them.</summary>
    /// <param name="plans">The plans in the order in which they were applied.</param>
    public static IReadOnlyList<GroupWidth> After(IEnumerable<PruningPlan> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        return
        [
            .. plans.SelectMany(plan => plan.Steps).SelectMany(step => step.Cuts).GroupBy(cut => cut.Group, StringComparer.Ordinal)
                .Select(cuts => new GroupWidth(cuts.Key, cuts.First().Width - cuts.Sum(cut => cut.Units.Count), cuts.First().Width)),
        ];
    }
}
