using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>The options of <see cref="VisionTransformerFamily"/>.</summary>
[PluginOptions]
public sealed record VisionTransformerOptions : ImageModelOptions
{
    /// <summary>The size that the options below change.</summary>
    [Option(Shorthand = true)]
    public DeitSize Size { get; init; } = DeitSize.Small;

    /// <summary>Height and width of a patch.</summary>
    [Option(Min = 1)]
    public int Patch { get; init; } = 16;

    /// <summary>The tokens' width, in place of the size's.</summary>
    [Option(Min = 1)]
    public int? Width { get; init; }

    /// <summary>The number of blocks.</summary>
    [Option(Min = 1)]
    public int Depth { get; init; } = 12;

    /// <summary>The number of heads of each attention layer, in place of the size's.</summary>
    [Option(Min = 1)]
    public int? Heads { get; init; }

    /// <summary>How much wider than the tokens the feed-forward networks are.</summary>
    [Option(Min = 0, ExclusiveMin = true)]
    public double MlpRatio { get; init; } = 4;

    /// <summary>Whether one linear layer makes queries, keys and values, or one each.</summary>
    public AttentionKind Attention { get; init; } = AttentionKind.Fused;
}
