namespace Espalier.Plugins.Patterns;

/// <summary>Options of the channel pattern.</summary>
[PluginOptions]
public sealed record ChannelOptions
{
    /// <summary>The part of the rows that goes; at least one row stays.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMax = true, Shorthand = true)]
    public double Sparsity { get; init; } = 0.5;
}
