using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>The options of <see cref="UNetFamily"/>.</summary>
[PluginOptions]
public sealed record UNetOptions : ImageModelOptions
{
    /// <summary>The number of levels above the bottom; the images' sides are multiples of two to this power.</summary>
    [Option(Min = 1, Max = 8, Shorthand = true)]
    public int Depth { get; init; } = 3;

    /// <summary>Channels of the first level; each further one has twice as many.</summary>
    [Option(Min = 1)]
    public int Width { get; init; } = 16;
}
