namespace Espalier.Sensitivity;

/// <summary>What cutting one group alone does, without training afterwards.</summary>
/// <param name="Group">The group.</param>
/// <param name="Ratio">The part of its units that was asked to go.</param>
/// <param name="Kept">The units that it kept.</param>
/// <param name="Units">The units that it had.</param>
/// <param name="AccuracyPercent">The accuracy then.</param>
/// <param name="Loss">The loss then.</param>
/// <param name="Macs">The multiply-accumulate operations then.</param>
/// <param name="Parameters">The parameters then.</param>
public sealed record SensitivityPoint(
    string Group, double Ratio, int Kept, int Units, double AccuracyPercent, double Loss, long Macs, long Parameters);
