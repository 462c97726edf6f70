namespace Espalier.Reports;

/// <summary>What cutting one layer or group alone does to the accuracy.</summary>
/// <param name="Layer">The layer or group.</param>
/// <param name="Ratios">The shares that were cut, ascending, from 0 to 1.</param>
/// <param name="AccuracyPercent">The accuracy at each, in percent.</param>
public sealed record SensitivityCurve(string Layer, IReadOnlyList<double> Ratios, IReadOnlyList<double> AccuracyPercent);
