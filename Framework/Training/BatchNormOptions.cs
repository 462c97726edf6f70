using Espalier.Plugins;

namespace Espalier.Training;

/// <summary>New running statistics of batch norms: the mean over some batches of training images as they are, without augmentation.</summary>
[PluginOptions]
public sealed record BatchNormOptions
{
    /// <summary>How many batches; no more than there are. Default: 100.</summary>
    [Option(Min = 1, Shorthand = true)]
    public int Batches { get; init; } = 100;
}
