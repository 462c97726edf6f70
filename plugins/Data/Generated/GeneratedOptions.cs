using Espalier.Plugins;

namespace Espalier.Plugins.Data.Generated;

/// <summary>What is drawn.</summary>
[PluginOptions]
public sealed record GeneratedOptions
{
    /// <summary>How many classes; each is one of five shapes with one of four textures. Default: 10.</summary>
    [Option(Min = 2, Max = 20)]
    public int Classes { get; init; } = 10;

    /// <summary>Rows and columns. Default: 28.</summary>
    [Option(Min = 8, Max = 1024)]
    public int Size { get; init; } = 28;

    /// <summary>Whether images are red, green and blue; else they are grey. Default: false.</summary>
    public bool Color { get; init; }

    /// <summary>How many images there are to train with. Default: 10,000.</summary>
    [Option(Min = 1)]
    public int Train { get; init; } = 10_000;

    /// <summary>How many there are to test with. Default: 2,000.</summary>
    [Option(Min = 1)]
    public int Test { get; init; } = 2_000;

    /// <summary>The standard deviation of the noise, for pixels from 0 to 1. Default: 0.05.</summary>
    [Option(Min = 0, Max = 1)]
    public double Noise { get; init; } = 0.05;

    /// <summary>Another seed draws other images. Default: 0.</summary>
    public long Seed { get; init; }
}
