using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>The options of <see cref="SwinTransformerFamily"/>.</summary>
[PluginOptions]
public sealed record SwinTransformerOptions : ImageModelOptions
{
    /// <summary>Which of the paper's sizes.</summary>
    [Option(Shorthand = true)]
    public SwinSize Size { get; init; } = SwinSize.Tiny;

    /// <summary>The number of blocks in each stage, in place of the size's.</summary>
    [Option(Min = 1)]
    public IReadOnlyList<int>? Depths { get; init; }

    /// <summary>The number of heads in each stage, in place of the size's.</summary>
    [Option(Min = 1)]
    public IReadOnlyList<int>? Heads { get; init; }

    /// <summary>The tokens' width in the first stage, in place of the size's.</summary>
    [Option(Min = 1)]
    public int? Width { get; init; }

    /// <summary>Height and width of a window.</summary>
    [Option(Min = 1)]
    public int Window { get; init; } = 7;

    /// <summary>Height and width of a patch.</summary>
    [Option(Min = 1)]
    public int Patch { get; init; } = 4;
}
