namespace Espalier.Reports;

/// <summary>How a criterion scored the units of a structure group, as a histogram.</summary>
/// <param name="Group">The group's name.</param>
/// <param name="Edges">The borders of the bins, ascending: one more than bins.</param>
/// <param name="Counts">How many units each bin holds.</param>
/// <param name="Threshold">The score below which units were cut; null if there is no such score.</param>
/// <param name="Cut">How many units were cut.</param>
public sealed record GroupImportance(string Group, IReadOnlyList<double> Edges, IReadOnlyList<long> Counts, double? Threshold, int Cut)
{
    /// <summary>Sorts scores into bins of equal width.</summary>
    /// <param name="group">The group's name.</param>
    /// <param name="scores">One per unit.</param>
    /// <param name="threshold">The score below which units were cut.</param>
    /// <param name="cut">How many units were cut.</param>
    /// <param name="bins">How many bins, at least 1.</param>
    public static GroupImportance Of(string group, IEnumerable<double> scores, double? threshold, int cut, int bins = 24)
    {
        var (edges, counts) = Binning.Of(scores, bins);
        return new GroupImportance(group, edges, counts, threshold, cut);
    }
}
