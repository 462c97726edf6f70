using Espalier.Plugins;

namespace Acme.Criteria;

/// <summary>Options of the criterion 'lp'.</summary>
[PluginOptions]
public sealed record LpOptions
{
    /// <summary>The exponent: the higher, the more the largest weights count.</summary>
    [Option(Shorthand = true, Min = 0, ExclusiveMin = true)]
    public double P { get; init; } = 3;
}
