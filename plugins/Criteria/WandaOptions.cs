using Espalier.Criteria;

namespace Espalier.Plugins.Criteria;

/// <summary>Options of the Wanda criterion.</summary>
[PluginOptions]
public sealed record WandaOptions
{
    /// <summary>The members of a group that count, among them the weights of linear layers and convolutions.</summary>
    public MemberScope Members { get; init; }

    /// <summary>How several members' scores become one.</summary>
    public MemberReduction Reduction { get; init; }

    /// <summary>Divide by the number of weights of a unit.</summary>
    public bool PerWeight { get; init; }
}
