using Espalier.Plugins;

namespace Espalier.Plugins.Data.Cifar;

/// <summary>Where CIFAR-10 is, and how its pixels are normalised.</summary>
[PluginOptions]
public sealed record Cifar10Options
{
    /// <summary>The folder of the binary batches, packed or not, or of their archive; if it is not given, the usual places are searched.</summary>
    public string? Path { get; init; }

    /// <summary>The means of red, green and blue, from 0 to 1. Default: the training images'.</summary>
    public IReadOnlyList<double> Mean { get; init; } = [0.4914, 0.4822, 0.4465];

    /// <summary>Their standard deviations, above 0. Default: the training images'.</summary>
    public IReadOnlyList<double> Std { get; init; } = [0.2470, 0.2435, 0.2616];
}
