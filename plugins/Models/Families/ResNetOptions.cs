using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>The options of <see cref="ResNetFamily"/>.</summary>
[PluginOptions]
public sealed record ResNetOptions : ImageModelOptions
{
    /// <summary>The number of layers.</summary>
    [Option(Shorthand = true)]
    public ResNetDepth Depth { get; init; } = ResNetDepth.Layers50;

    /// <summary>Channels of the first stage; each further one has twice as many.</summary>
    [Option(Min = 1)]
    public int Width { get; init; } = 64;
}
