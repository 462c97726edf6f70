namespace Espalier.Plugins.Patterns;

/// <summary>Options of the block pattern.</summary>
[PluginOptions]
public sealed record BlockOptions
{
    /// <summary>The outputs of a block.</summary>
    [Option(Min = 1)]
    public int Rows { get; init; } = 4;

    /// <summary>The inputs of a block.</summary>
    [Option(Min = 1)]
    public int Columns { get; init; } = 4;

    /// <summary>The part of the blocks that goes; at least one stays.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMax = true)]
    public double Sparsity { get; init; } = 0.5;

    /// <summary>Whether the part is that of the whole weight or of each row of blocks.</summary>
    public MaskScope Scope { get; init; }

    /// <summary>Whether blocks at the edges may be smaller. They count as whole ones; kernels for fixed blocks cannot run them.</summary>
    public bool Ragged { get; init; }
}
