using Espalier.Plugins;

namespace Espalier.Training;

/// <summary>An exponential moving average of the weights.</summary>
[PluginOptions]
public sealed record EmaOptions
{
    /// <summary>How much of the average stays at each step, from 0 to below 1. Default: 0.999.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMax = true, Shorthand = true)]
    public double Decay { get; init; } = 0.999;

    /// <summary>Whether less of it stays at first, so that short runs forget the beginning: at step t at most (1 + t) / (10 + t). Default: true.</summary>
    public bool Warmup { get; init; } = true;

    /// <summary>Whether evaluations during the training see the average. Default: true.</summary>
    public bool Evaluate { get; init; } = true;

    /// <summary>Whether the model ends with the average. Default: true.</summary>
    public bool Keep { get; init; } = true;
}
