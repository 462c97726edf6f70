namespace Espalier.Reports;

/// <summary>A point of a figure.</summary>
/// <param name="X">Its horizontal position.</param>
/// <param name="Y">Its vertical position.</param>
/// <param name="Label">What it is; written beside it.</param>
public sealed record PlotPoint(double X, double Y, string Label);
