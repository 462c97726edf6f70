using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>The options of <see cref="ShuffleNetV2Family"/>.</summary>
[PluginOptions]
public sealed record ShuffleNetV2Options : ImageModelOptions
{
    /// <summary>Which of the paper's widths.</summary>
    [Option(Shorthand = true)]
    public ShuffleNetWidth Width { get; init; } = ShuffleNetWidth.Standard;
}
