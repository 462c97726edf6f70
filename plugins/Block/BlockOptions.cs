using Espalier.Criteria;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Recipes;

namespace Espalier.Plugins.Block;

/// <summary>Options of depth pruning. One of count, ratio, macs, parameters and remove says how much goes.</summary>
[PluginOptions]
public sealed record BlockOptions : IValidatedOptions
{
    /// <summary>How many blocks go.</summary>
    [Option(Min = 1, Shorthand = true)]
    public int? Count { get; init; }

    /// <summary>The part of the blocks that goes; at least as many go.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMin = true)]
    public double? Ratio { get; init; }

    /// <summary>The MACs that stay at most: a part such as 0.8 or 80%, or a number such as 600M.</summary>
    public string? Macs { get; init; }

    /// <summary>The parameters that stay at most: a part such as 0.8 or 80%, or a number such as 3M.</summary>
    public string? Parameters { get; init; }

    /// <summary>Selectors of the branches that go, whatever their scores: <c>blocks.7</c>, <c>blocks.1?.attn</c>.</summary>
    public IReadOnlyList<string> Remove { get; init; } = [];

    /// <summary>What goes at a time.</summary>
    public BlockGranularity Granularity { get; init; }

    /// <summary>What tells how important a block is.</summary>
    public BlockCriterion Criterion { get; init; }

    /// <summary>Layers that stay: a block that has one of them stays as a whole.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>In how many rounds they go; scores are made anew in each, and a budget is that of the last.</summary>
    public CutSchedule Schedule { get; init; } = new();

    /// <summary>A method that runs after each round but the last, such as finetune.</summary>
    public Part<IPruningMethod>? Between { get; init; }

    /// <summary>The images that scores are made with.</summary>
    public CalibrationOptions Calibration { get; init; } = new();

    /// <summary>How much may stay of a model that has so many blocks; null where names say what goes.</summary>
    /// <exception cref="PlanException">It is not a budget, or there are not so many blocks.</exception>
    public Budget? BudgetOf(long blocks) => this switch
    {
        { Count: { } count } => count <= blocks
            ? new Budget(CostMeasure.Units, blocks - count, false)
            : throw new PlanException($"{count} blocks are to go, and only {blocks} can. Ask for fewer, protect fewer, or let single branches go ('granularity: branch')."),
        { Ratio: { } ratio } => new Budget(CostMeasure.Units, 1 - ratio, true),
        { Macs: { } macs } => Budget.Parse(CostMeasure.Macs, macs),
        { Parameters: { } parameters } => Budget.Parse(CostMeasure.Parameters, parameters),
        _ => null,
    };

    /// <inheritdoc/>
    public IEnumerable<OptionProblem> Problems()
    {
        var given = new object?[] { Count, Ratio, Macs, Parameters, Remove.Count > 0 ? Remove : null }.Count(option => option is not null);
        if (given != 1)
        {
            yield return new("", given == 0
                ? "How much is to go? Give 'count' or 'ratio' (blocks that go), 'macs' or 'parameters' (what stays), or 'remove' (names)."
                : "Give one of 'count', 'ratio', 'macs', 'parameters' and 'remove': the others follow.");
        }
        else if (Count is null && PlanException.MessageOf(() => BudgetOf(0)) is { } problem)
        {
            yield return new(Macs is null ? nameof(Parameters) : nameof(Macs), problem);
        }

        if (Remove.Count > 0 && (Schedule.Rounds > 1 || Ignore.Count > 0))
        {
            yield return new(nameof(Remove), "With 'remove' all goes at once, and just that: leave out 'schedule' and 'ignore'.");
        }

        foreach (var between in Schedule.Problems(Between is not null))
        {
            yield return between;
        }
    }
}
