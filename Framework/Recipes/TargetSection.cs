using Espalier.Accelerators;
using Espalier.Plugins;

namespace Espalier.Recipes;

/// <summary>The device that a model is made smaller for.</summary>
[PluginOptions]
public sealed record TargetSection
{
    /// <summary>What runs the model there; without one nothing is measured.</summary>
    public Part<IAcceleratorBackend>? Backend { get; init; }

    /// <summary>Images that it is given at a time.</summary>
    [Option(Min = 1)]
    public int Batch { get; init; } = 1;

    /// <summary>Threads that it may use there; the default is the recipe's.</summary>
    [Option(Min = 1)]
    public int? Threads { get; init; }
}
