using Espalier.Plugins;

namespace Espalier.Criteria;

/// <summary>The data that scores are made with, where a criterion needs data.</summary>
[PluginOptions]
public sealed record CalibrationOptions
{
    /// <summary>How many images of the training set.</summary>
    [Option(Min = 1, Shorthand = true)]
    public int Images { get; init; } = 256;

    /// <summary>Images per batch; by default those of the recipe's training batch.</summary>
    [Option(Min = 1)]
    public int? Batch { get; init; }
}
