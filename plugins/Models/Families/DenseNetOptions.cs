using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>The options of <see cref="DenseNetFamily"/>.</summary>
[PluginOptions]
public sealed record DenseNetOptions : ImageModelOptions
{
    /// <summary>The number of layers.</summary>
    [Option(Shorthand = true)]
    public DenseNetDepth Depth { get; init; } = DenseNetDepth.Layers121;

    /// <summary>The number of layers in each block, in place of the depth's.</summary>
    [Option(Min = 1)]
    public IReadOnlyList<int>? Blocks { get; init; }

    /// <summary>Channels that each layer adds.</summary>
    [Option(Min = 1)]
    public int Growth { get; init; } = 32;

    /// <summary>Channels of the stem.</summary>
    [Option(Min = 1)]
    public int Width { get; init; } = 64;
}
