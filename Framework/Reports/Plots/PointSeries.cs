namespace Espalier.Reports;

/// <summary>Points of one colour.</summary>
/// <param name="Name">Their name in the legend.</param>
/// <param name="Points">The points.</param>
/// <param name="IsPath">Whether an arrow leads from each point to the next.</param>
public sealed record PointSeries(string Name, IReadOnlyList<PlotPoint> Points, bool IsPath = false);
