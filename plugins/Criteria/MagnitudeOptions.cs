using Espalier.Criteria;

namespace Espalier.Plugins.Criteria;

/// <summary>Options of criteria that look at the size of weights.</summary>
[PluginOptions]
public sealed record MagnitudeOptions
{
    /// <summary>The members of a group that count.</summary>
    public MemberScope Members { get; init; }

    /// <summary>How several members' scores become one.</summary>
    public MemberReduction Reduction { get; init; }

    /// <summary>Divide by the number of weights of a unit, so that groups whose units differ in size compare: mean |w|, root mean square.</summary>
    public bool PerWeight { get; init; }

    internal UnitReduction Units => new(Members, Reduction, PerWeight);
}
