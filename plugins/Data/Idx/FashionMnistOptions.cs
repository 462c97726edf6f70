using Espalier.Plugins;

namespace Espalier.Plugins.Data.Idx;

/// <summary>Where Fashion-MNIST is, and how its pixels are normalised.</summary>
[PluginOptions]
public sealed record FashionMnistOptions
{
    /// <summary>The folder of the four idx files, packed with gzip or not; if it is not given, the usual places are searched.</summary>
    public string? Path { get; init; }

    /// <summary>The mean of the pixels, from 0 to 1. Default: the training images' 0.2860.</summary>
    [Option(Min = 0, Max = 1)]
    public double Mean { get; init; } = 0.2860;

    /// <summary>Their standard deviation, above 0. Default: the training images' 0.3530.</summary>
    [Option(Min = 0, ExclusiveMin = true)]
    public double Std { get; init; } = 0.3530;
}
