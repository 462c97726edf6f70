using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>The widths of <see cref="ShuffleNetV2"/> in the paper (table 5).</summary>
public enum ShuffleNetWidth
{
    /// <summary>Half the standard.</summary>
    [Option(Name = "0.5")]
    Half,

    /// <summary>The standard.</summary>
    [Option(Name = "1.0")]
    Standard,

    /// <summary>One and a half times the standard.</summary>
    [Option(Name = "1.5")]
    OneAndAHalf,

    /// <summary>Twice the standard.</summary>
    [Option(Name = "2.0")]
    Double,
}
