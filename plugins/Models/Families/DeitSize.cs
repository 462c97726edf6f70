using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>The sizes of DeiT (Touvron et al. 2021, table 1).</summary>
public enum DeitSize
{
    /// <summary>DeiT-Ti: 5.7 million parameters.</summary>
    [Option(Name = "deit-tiny")]
    Tiny,

    /// <summary>DeiT-S: 22.1 million parameters.</summary>
    [Option(Name = "deit-small")]
    Small,

    /// <summary>DeiT-B: 86.6 million parameters.</summary>
    [Option(Name = "deit-base")]
    Base,
}
