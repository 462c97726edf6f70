using Espalier.Plugins;

namespace Espalier.Data;

/// <summary>RandAugment (arXiv 1909.13719) with the increasing set of changes, a magnitude that varies, and a chance for each change
/// to be left out: as <c>rand-m9-mstd0.5-inc1</c> says it.</summary>
[PluginOptions]
public sealed record RandAugmentOptions
{
    /// <summary>Changes per image, at least 1. Default: 2.</summary>
    [Option(Min = 1)]
    public int Count { get; init; } = 2;

    /// <summary>How strong they are, from 0 to 10. Default: 9.</summary>
    [Option(Min = 0, Max = 10, Shorthand = true)]
    public double Magnitude { get; init; } = 9;

    /// <summary>The standard deviation of the magnitude, which stays within 0 to 10. Default: 0.5.</summary>
    [Option(Min = 0)]
    public double MagnitudeStd { get; init; } = 0.5;

    /// <summary>The probability of each change, from 0 to 1. Default: 0.5.</summary>
    [Option(Min = 0, Max = 1)]
    public double Probability { get; init; } = 0.5;

    /// <summary>Throws where a number is outside its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the option and its range.</exception>
    public void Validate()
    {
        if (Count < 1 || Magnitude is not (>= 0 and <= 10) || !double.IsFinite(MagnitudeStd) || MagnitudeStd < 0
            || Probability is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(RandAugmentOptions), this,
                "The count must be at least 1, the magnitude from 0 to 10, its deviation at least 0, the probability from 0 to 1.");
        }
    }
}
