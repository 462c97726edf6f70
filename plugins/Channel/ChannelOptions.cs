using Espalier.Counting;
using Espalier.Criteria;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Recipes;

namespace Espalier.Plugins.Channel;

/// <summary>Options of channel pruning. One of ratio, parameters and macs says how much is cut.</summary>
[PluginOptions]
public sealed record ChannelOptions : IValidatedOptions
{
    /// <summary>The part of the units (channels, neurons) that goes.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMin = true, ExclusiveMax = true, Shorthand = true)]
    public double? Ratio { get; init; }

    /// <summary>The parameters that stay: a part such as 0.4 or 40%, or a number such as 1.2M.</summary>
    public string? Parameters { get; init; }

    /// <summary>The MACs that stay: a part such as 0.5 or 50%, or a number such as 29.5M.</summary>
    public string? Macs { get; init; }

    /// <summary>What counts as a MAC, and at the batch that the model is traced with.</summary>
    public MacConvention MacConvention { get; init; } = MacConvention.Products;

    /// <summary>What tells how important a unit is.</summary>
    public Part<IImportanceCriterion> Criterion { get; init; } = new("l2");

    /// <summary>Which units are compared with one another.</summary>
    public ChannelRanking Ranking { get; init; } = ChannelRanking.Global;

    /// <summary>The scopes of a ranking by scope, each a list of layers. Layers that none names are a scope of their own.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Scopes { get; init; } = [];

    /// <summary>What makes the scores of different layers comparable.</summary>
    public ScoreNormalization Normalization { get; init; } = ScoreNormalization.Mean;

    /// <summary>In how many rounds it is cut; a budget is that of the last.</summary>
    public CutSchedule Schedule { get; init; } = new();

    /// <summary>A method that runs after each round but the last, such as finetune.</summary>
    public Part<IPruningMethod>? Between { get; init; }

    /// <summary>What holds for some layers alone.</summary>
    public IReadOnlyList<ChannelOverride> Overrides { get; init; } = [];

    /// <summary>Layers whose outputs stay whole, and with them those of all layers that hang together with them. Their inputs follow what feeds them.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Widths that are cut come to multiples of this.</summary>
    [Option(Min = 1)]
    public int RoundTo { get; init; } = 1;

    /// <summary>The least width that a cut leaves.</summary>
    [Option(Min = 1)]
    public int Minimum { get; init; } = 1;

    /// <summary>The most that any layer loses, as a part of its width.</summary>
    [Option(Min = 0, Max = 1)]
    public double MaxRatio { get; init; } = 1;

    /// <summary>The data for criteria that need some.</summary>
    public CalibrationOptions Calibration { get; init; } = new();

    /// <summary>How much may stay.</summary>
    /// <exception cref="PlanException">It is not said, or not a budget.</exception>
    public Budget Budget => this switch
    {
        { Macs: { } macs } => Budget.Parse(CostMeasure.Macs, macs),
        { Parameters: { } parameters } => Budget.Parse(CostMeasure.Parameters, parameters),
        { Ratio: { } ratio } => ratio is > 0 and < 1
            ? Budget.Part(CostMeasure.Units, 1 - ratio)
            : throw new PlanException($"The ratio is {ratio}. It is the part of the units that goes: above 0 and less than 1, since each layer needs some."),
        _ => throw new PlanException("How much is to be cut? Give 'ratio', 'parameters' or 'macs'."),
    };

    /// <inheritdoc/>
    public IEnumerable<OptionProblem> Problems()
    {
        var given = new object?[] { Ratio, Parameters, Macs }.Count(option => option is not null);
        if (given != 1)
        {
            yield return new("", given == 0
                ? "How much is to be cut? Give 'ratio' (the part of the units that goes), 'parameters' or 'macs' (what stays)."
                : "Give one of 'ratio', 'parameters' and 'macs': the others follow.");
        }
        else if (BudgetProblem() is { } problem)
        {
            yield return new(Macs is null ? nameof(Parameters) : nameof(Macs), problem);
        }

        if (Ranking == ChannelRanking.Scope != Scopes.Count > 0)
        {
            yield return new(nameof(Scopes), "'scopes' and 'ranking: scope' belong together: give both or neither.");
        }

        if (Between is not null && Schedule.Rounds == 1)
        {
            yield return new(nameof(Between), "With one round there is nothing between rounds. Give 'schedule: { rounds: 2 }' or more, or make it a step of its own.");
        }
    }

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
