using Espalier.Criteria;

namespace Espalier.Plugins.Criteria;

/// <summary>Options of the Fisher criterion.</summary>
[PluginOptions]
public sealed record FisherOptions
{
    /// <summary>
    /// Whose gradients are squared: each sample's, as the formula has it, or, cheaper, each batch's or the total's, which underestimates since gradients cancel
    /// before they are squared.
    /// </summary>
    public ScoreAveraging Averaging { get; init; } = ScoreAveraging.Sample;

    /// <summary>The members of a group that count.</summary>
    public MemberScope Members { get; init; }

    /// <summary>How several members' scores become one.</summary>
    public MemberReduction Reduction { get; init; }

    /// <summary>Divide by the number of weights of a unit.</summary>
    public bool PerWeight { get; init; }
}
