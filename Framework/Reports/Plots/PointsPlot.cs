namespace Espalier.Reports;

/// <summary>Labelled points in a plane: accuracy against cost.</summary>
/// <param name="Title"><inheritdoc cref="Plot" path="/param[@name='Title']"/></param>
/// <param name="Explanation"><inheritdoc cref="Plot" path="/param[@name='Explanation']"/></param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Series">The points.</param>
public sealed record PointsPlot(string Title, string Explanation, PlotAxis X, PlotAxis Y, IReadOnlyList<PointSeries> Series) : Plot(Title, Explanation);
