using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>The sizes of <see cref="SwinTransformer"/> in the paper.</summary>
public enum SwinSize
{
    /// <summary>Swin-T: 28.3 million parameters.</summary>
    [Option(Name = "tiny")]
    Tiny,

    /// <summary>Swin-S: 49.6 million parameters.</summary>
    [Option(Name = "small")]
    Small,

    /// <summary>Swin-B: 87.8 million parameters.</summary>
    [Option(Name = "base")]
    Base,
}
