namespace Espalier.Plugins.Patterns;

/// <summary>Options of the unstructured pattern.</summary>
[PluginOptions]
public sealed record UnstructuredOptions
{
    /// <summary>The part of the weights that goes; at least one stays.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMax = true, Shorthand = true)]
    public double Sparsity { get; init; } = 0.5;

    /// <summary>Whether the part is that of the whole weight or of each row.</summary>
    public MaskScope Scope { get; init; }
}
