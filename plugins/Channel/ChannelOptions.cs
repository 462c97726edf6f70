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
    public Budget Budget => Amount.Budget;

    private CutAmount Amount => new(Ratio, Parameters, Macs, "units");

    /// <inheritdoc/>
    public IEnumerable<OptionProblem> Problems()
    {
        foreach (var problem in Amount.Problems().Concat(Schedule.Problems(Between is not null)))
        {
            yield return problem;
        }

        if (Ranking == ChannelRanking.Scope != Scopes.Count > 0)
        {
            yield return new(nameof(Scopes), "'scopes' and 'ranking: scope' belong together: give both or neither.");
        }
    }
}
