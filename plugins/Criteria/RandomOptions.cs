namespace Espalier.Plugins.Criteria;

/// <summary>Options of the random criterion.</summary>
[PluginOptions]
public sealed record RandomOptions
{
    /// <summary>Where the numbers come from: the same seed gives the same scores.</summary>
    [Option(Shorthand = true)]
    public long Seed { get; init; }
}
