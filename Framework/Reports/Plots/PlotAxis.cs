namespace Espalier.Reports;

/// <summary>An axis of a figure.</summary>
/// <param name="Label">What it measures.</param>
/// <param name="Unit">The unit: <c>ms</c>, <c>%</c>; null if the numbers have none.</param>
/// <param name="IsLogarithmic">Whether equal distances are equal ratios; all values must then be positive, others are left out.</param>
public sealed record PlotAxis(string Label, string? Unit = null, bool IsLogarithmic = false);
