using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>The options of <see cref="MobileNetV2Family"/>.</summary>
[PluginOptions]
public sealed record MobileNetV2Options : ImageModelOptions
{
    /// <summary>Scales all widths.</summary>
    [Option(Min = 0, ExclusiveMin = true, Shorthand = true)]
    public double Width { get; init; } = 1;

    /// <summary>The probability of dropout before the classifier.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMax = true)]
    public double Dropout { get; init; } = 0.2;
}
