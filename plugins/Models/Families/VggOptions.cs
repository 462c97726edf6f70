using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>The options of <see cref="VggFamily"/>.</summary>
[PluginOptions]
public sealed record VggOptions : ImageModelOptions
{
    /// <summary>The number of layers.</summary>
    [Option(Shorthand = true)]
    public VggDepth Depth { get; init; } = VggDepth.Layers16;

    /// <summary>Units of each of the classifier's hidden layers.</summary>
    [Option(Min = 1)]
    public int Hidden { get; init; } = 4096;

    /// <summary>The probability of dropout in the classifier.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMax = true)]
    public double Dropout { get; init; } = 0.5;
}
