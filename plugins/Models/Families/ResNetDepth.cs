using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>The depths of <see cref="ResNet"/> in the paper.</summary>
public enum ResNetDepth
{
    /// <summary>18 layers, basic blocks.</summary>
    [Option(Name = "18")]
    Layers18,

    /// <summary>34 layers, basic blocks.</summary>
    [Option(Name = "34")]
    Layers34,

    /// <summary>50 layers, bottleneck blocks.</summary>
    [Option(Name = "50")]
    Layers50,

    /// <summary>101 layers, bottleneck blocks.</summary>
    [Option(Name = "101")]
    Layers101,

    /// <summary>152 layers, bottleneck blocks.</summary>
    [Option(Name = "152")]
    Layers152,
}
