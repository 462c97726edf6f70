namespace Espalier.Reports;

/// <summary>Horizontal bars, one row per category, with the category's name and the numbers beside them: widths of layers, error per head.</summary>
/// <param name="Title"><inheritdoc cref="Plot" path="/param[@name='Title']"/></param>
/// <param name="Explanation"><inheritdoc cref="Plot" path="/param[@name='Explanation']"/></param>
/// <param name="Categories">The rows, from the top.</param>
/// <param name="Values">The axis of the lengths, which starts at zero.</param>
/// <param name="Series">At most four.</param>
public sealed record BarsPlot(string Title, string Explanation, IReadOnlyList<string> Categories, PlotAxis Values, IReadOnlyList<BarSeries> Series)
    : Plot(Title, Explanation)
{
    /// <summary>Whether the later series lie on the earlier ones, as parts of them: what is kept on what was there.</summary>
    public bool AreNested { get; init; }
}
