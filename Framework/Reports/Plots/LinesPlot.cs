namespace Espalier.Reports;

/// <summary>Lines over a common horizontal axis: training curves, sensitivity.</summary>
/// <param name="Title"><inheritdoc cref="Plot" path="/param[@name='Title']"/></param>
/// <param name="Explanation"><inheritdoc cref="Plot" path="/param[@name='Explanation']"/></param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Series">The lines. More than eight share one colour and are told apart by pointing at them.</param>
public sealed record LinesPlot(string Title, string Explanation, PlotAxis X, PlotAxis Y, IReadOnlyList<PlotSeries> Series) : Plot(Title, Explanation)
{
    /// <summary>Labelled vertical lines.</summary>
    public IReadOnlyList<PlotMark> Marks { get; init; } = [];
}
