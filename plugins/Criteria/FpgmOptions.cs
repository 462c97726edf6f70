using Espalier.Criteria;

namespace Espalier.Plugins.Criteria;

/// <summary>Options of the geometric-median criterion.</summary>
[PluginOptions]
public sealed record FpgmOptions
{
    /// <summary>The members of a group that count.</summary>
    public MemberScope Members { get; init; }

    /// <summary>How several members' scores become one.</summary>
    public MemberReduction Reduction { get; init; }
}
