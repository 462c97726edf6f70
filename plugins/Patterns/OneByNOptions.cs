namespace Espalier.Plugins.Patterns;

/// <summary>Options of the 1xN pattern.</summary>
[PluginOptions]
public sealed record OneByNOptions
{
    /// <summary>How many consecutive outputs share an input.</summary>
    [Option(Min = 1)]
    public int N { get; init; } = 4;

    /// <summary>The part of the pieces that goes; at least one stays.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMax = true)]
    public double Sparsity { get; init; } = 0.5;

    /// <summary>Whether the part is that of the whole weight or of each run of outputs.</summary>
    public MaskScope Scope { get; init; } = MaskScope.Row;
}
