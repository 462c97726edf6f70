using Espalier.Criteria;

namespace Espalier.Plugins.Criteria;

/// <summary>Options of the scale criterion.</summary>
[PluginOptions]
public sealed record BnScaleOptions
{
    /// <summary>How the scales of several norms become one.</summary>
    public MemberReduction Reduction { get; init; }
}
