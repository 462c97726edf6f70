using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>The depths of <see cref="DenseNet"/> in the paper.</summary>
public enum DenseNetDepth
{
    /// <summary>121 layers.</summary>
    [Option(Name = "121")]
    Layers121,

    /// <summary>169 layers.</summary>
    [Option(Name = "169")]
    Layers169,

    /// <summary>201 layers.</summary>
    [Option(Name = "201")]
    Layers201,
}
