using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>The depths of <see cref="Vgg"/> in the paper (table 1).</summary>
public enum VggDepth
{
    /// <summary>11 layers.</summary>
    [Option(Name = "11")]
    Layers11,

    /// <summary>13 layers.</summary>
    [Option(Name = "13")]
    Layers13,

    /// <summary>16 layers.</summary>
    [Option(Name = "16")]
    Layers16,

    /// <summary>19 layers.</summary>
    [Option(Name = "19")]
    Layers19,
}
