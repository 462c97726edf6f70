namespace Espalier.Reports;

/// <summary>The bars of one colour.</summary>
/// <param name="Name">Their name in the legend.</param>
/// <param name="Values">One per category; NaN where there is none.</param>
public sealed record BarSeries(string Name, IReadOnlyList<double> Values);
