using Espalier.Criteria;

namespace Espalier.Plugins.Criteria;

/// <summary>Options of the Taylor criterion.</summary>
[PluginOptions]
public sealed record TaylorOptions
{
    /// <summary>The sum of the sizes, or the size of the sum.</summary>
    [Option(Shorthand = true)]
    public TaylorForm Form { get; init; }

    /// <summary>
    /// What is averaged: gradients before anything else (total), or the scores of batches or of samples. The gradient of a trained model is near zero in total,
    /// so the default averages over batches.
    /// </summary>
    public ScoreAveraging Averaging { get; init; } = ScoreAveraging.Batch;

    /// <summary>The members of a group that count.</summary>
    public MemberScope Members { get; init; }

    /// <summary>How several members' scores become one.</summary>
    public MemberReduction Reduction { get; init; }

    /// <summary>Divide by the number of weights of a unit.</summary>
    public bool PerWeight { get; init; }
}
