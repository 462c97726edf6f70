namespace Espalier.Reports;

/// <summary>A line of a figure.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="X">Ascending positions.</param>
/// <param name="Y">The value at each; NaN leaves a gap.</param>
public sealed record PlotSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y);
