namespace Espalier.Reports;

/// <summary>How often values fall into each of a row of bins.</summary>
/// <param name="Title"><inheritdoc cref="Plot" path="/param[@name='Title']"/></param>
/// <param name="Explanation"><inheritdoc cref="Plot" path="/param[@name='Explanation']"/></param>
/// <param name="X">The axis of the values.</param>
/// <param name="Edges">The borders of the bins, ascending: one more than bins.</param>
/// <param name="Counts">How many values each bin holds.</param>
/// <param name="Threshold">Bins below it are marked as cut; null if none are.</param>
public sealed record HistogramPlot(
    string Title, string Explanation, PlotAxis X, IReadOnlyList<double> Edges, IReadOnlyList<long> Counts, double? Threshold = null)
    : Plot(Title, Explanation)
{
    /// <summary>Sorts values into bins of equal width. Values that are not finite are left out.</summary>
    /// <param name="title"><inheritdoc cref="Plot" path="/param[@name='Title']"/></param>
    /// <param name="explanation"><inheritdoc cref="Plot" path="/param[@name='Explanation']"/></param>
    /// <param name="x">The axis of the values.</param>
    /// <param name="values">The values.</param>
    /// <param name="bins">How many bins, at least 1.</param>
    /// <param name="threshold">Bins below it are marked as cut.</param>
    public static HistogramPlot Of(string title, string explanation, PlotAxis x, IEnumerable<double> values, int bins = 24, double? threshold = null)
    {
        var (edges, counts) = Binning.Of(values, bins);
        return new HistogramPlot(title, explanation, x, edges, counts, threshold);
    }
}
