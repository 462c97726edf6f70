using Espalier.Plugins;

namespace Espalier.Plugins.Data.Png;

/// <summary>A folder of PNG files, and how they become images of one size.</summary>
[PluginOptions]
public sealed record PngFolderOptions
{
    /// <summary>The folder: <c>train/CLASS/*.png</c> and <c>test/CLASS/*.png</c>, or <c>CLASS/*.png</c>, which is then parted by itself.</summary>
    [Option(Required = true, Shorthand = true)]
    public string Path { get; init; } = "";

    /// <summary>The rows of every image; 0: as the files have them, which must then agree. Default: 0.</summary>
    [Option(Min = 0, Max = 4096)]
    public int Height { get; init; }

    /// <summary>The columns; 0: as many as rows. Default: 0.</summary>
    [Option(Min = 0, Max = 4096)]
    public int Width { get; init; }

    /// <summary>Whether images become grey (luma of ITU-R BT.601); else they become red, green and blue. Default: false.</summary>
    public bool Grey { get; init; }

    /// <summary>The part of each class that is kept for testing where there is no <c>test</c> folder. Default: 0.2.</summary>
    [Option(Min = 0, Max = 1)]
    public double TestFraction { get; init; } = 0.2;

    /// <summary>What chooses that part. Default: 0.</summary>
    public long Seed { get; init; }

    /// <summary>The means of the channels, from 0 to 1; empty: ImageNet's, or 0.5 for grey. Default: empty.</summary>
    public IReadOnlyList<double> Mean { get; init; } = [];

    /// <summary>Their standard deviations, above 0; empty: ImageNet's, or 0.25 for grey. Default: empty.</summary>
    public IReadOnlyList<double> Std { get; init; } = [];
}
