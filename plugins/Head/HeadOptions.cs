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

    /// <summary>How many heads each layer keeps at least.</summary>
    public int Minimum { get; init; } = 1;

    /// <summary>In how many rounds heads go, scored anew in each; a budget is that of the last.</summary>
    public CutSchedule Schedule { get; init; } = new();

    /// <summary>Layers that keep all of their heads.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>The data for criteria that need some.</summary>
    public CalibrationOptions Calibration { get; init; } = new() { Images = 64, Batch = 8 };

    /// <summary>How much may stay.</summary>
    /// <exception cref="PlanException">It is not said, or not a budget.</exception>
    public Budget Budget => this switch
    {
        { Macs: { } macs } => Budget.Parse(CostMeasure.Macs, macs),
        { Parameters: { } parameters } => Budget.Parse(CostMeasure.Parameters, parameters),
        { Ratio: { } ratio } => ratio is > 0 and < 1
            ? Budget.Part(CostMeasure.Units, 1 - ratio)
            : throw new PlanException($"The ratio is {ratio}. It is the part of the heads that goes: above 0 and less than 1, since each layer keeps some."),
        _ => throw new PlanException("How much is to be cut? Give 'ratio', 'parameters' or 'macs'."),
    };

    /// <inheritdoc/>
    public IEnumerable<OptionProblem> Problems()
    {
        if (new object?[] { Ratio, Parameters, Macs }.Count(given => given is not null) is not 1 and var count)
        {
            yield return new("", count == 0
                ? "How much is to be cut? Give 'ratio' (the heads that go), 'parameters' or 'macs' (what stays of the model)."
                : "'ratio', 'parameters' and 'macs' say the same thing: give one of them.");
        }
        else if (BudgetProblem() is { } problem)
        {
            yield return new(Macs is not null ? nameof(Macs) : Parameters is not null ? nameof(Parameters) : nameof(Ratio), problem);
        }

        if (MinimumProblem is { } minimum)
        {
            yield return new(nameof(Minimum), minimum);
        }
    }

    /// <summary>What is wrong with the minimum; null where nothing is.</summary>
    internal string? MinimumProblem => Minimum >= 1
        ? null
        : "A layer without heads has no attention left, and cutting weights cannot take the branch out: a weight keeps at least one head's part. Give 1 or more.";

    private string? BudgetProblem()
    {
        try
        {
            _ = Budget;
            return null;
        }
        catch (PlanException problem)
        {
            return problem.Message;
        }
    }
}
