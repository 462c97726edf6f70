using Espalier.Criteria;
using Espalier.Planning;
using Espalier.Recipes;

namespace Espalier.Plugins.Head;

/// <summary>Options of head pruning. One of ratio, parameters and macs says how much is cut.</summary>
[PluginOptions]
public sealed record HeadOptions : IValidatedOptions
{
    /// <summary>The part of the heads that goes.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMin = true, ExclusiveMax = true, Shorthand = true)]
    public double? Ratio { get; init; }

    /// <summary>The parameters of the whole model that stay: a part such as 0.9 or 90%, or a number such as 4.5M.</summary>
    public string? Parameters { get; init; }

    /// <summary>The MACs of the whole model that stay: a part such as 0.9 or 90%, or a number such as 1G.</summary>
    public string? Macs { get; init; }

    /// <summary>What tells how important a head is.</summary>
    public Part<IImportanceCriterion> Criterion { get; init; } = new("gate");

    /// <summary>Which heads are compared with one another.</summary>
    public HeadRanking Ranking { get; init; }

    /// <summary>What makes the scores of different layers comparable.</summary>
    public ScoreNormalization Normalization { get; init; } = ScoreNormalization.Norm;

    /// <summary>How many heads each layer keeps at least. 0: where all of a layer's would go, the residual branch that they are in goes.</summary>
    [Option(Min = 0)]
    public int Minimum { get; init; } = 1;

    /// <summary>In how many rounds heads go, scored anew in each; a budget is that of the last.</summary>
    public CutSchedule Schedule { get; init; } = new();

    /// <summary>Layers that keep all of their heads.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>The data for criteria that need some.</summary>
    public CalibrationOptions Calibration { get; init; } = new() { Images = 64, Batch = 8 };

    /// <summary>How much may stay.</summary>
    /// <exception cref="PlanException">It is not said, or not a budget.</exception>
    public Budget Budget => Amount.Budget;

    private CutAmount Amount => new(Ratio, Parameters, Macs, "heads");

    /// <inheritdoc/>
    public IEnumerable<OptionProblem> Problems() => Amount.Problems();
}
