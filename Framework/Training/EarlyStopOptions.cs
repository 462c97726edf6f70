using Espalier.Plugins;

namespace Espalier.Training;

/// <summary>
/// An end before the last epoch, when the accuracy on the validation images has not risen for some time. The model ends with the weights of its best
/// evaluation.
/// </summary>
[PluginOptions]
public sealed record EarlyStopOptions
{
    /// <summary>After how many evaluations in a row without a gain to stop. Default: 5.</summary>
    [Option(Min = 1, Shorthand = true)]
    public int Patience { get; init; } = 5;

    /// <summary>How many percentage points more than the best so far are a gain. Default: 0: any rise.</summary>
    [Option(Min = 0)]
    public double MinDelta { get; init; }
}
