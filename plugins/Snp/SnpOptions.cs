using Espalier.Planning;
using Espalier.Recipes;

namespace Espalier.Plugins.Snp;

/// <summary>Options of SNP. A ratio is the part that goes, of each head for queries, keys and values; at least one neuron always stays.</summary>
[PluginOptions]
public sealed record SnpOptions : IValidatedOptions
{
    /// <summary>The part of the query/key pairs that goes, in every head.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMax = true)]
    public double? Qk { get; init; }

    /// <summary>The part of the value neurons that goes, in every head.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMax = true)]
    public double? V { get; init; }

    /// <summary>The part of the feed-forward networks' hidden neurons that goes.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMax = true)]
    public double? Ffn { get; init; }

    /// <summary>The part of the residual stream's channels that goes.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMax = true)]
    public double? Residual { get; init; }

    /// <summary>
    /// Ratios for some layers in place of those above, by selectors such as <c>blocks.0.attn.q</c> or <c>blocks.1?.mlp</c>. Of several that fit the last counts.
    /// One fits a group of neurons that it names, or all of whose layers it selects.
    /// </summary>
    [Option(Min = 0, Max = 1, ExclusiveMax = true)]
    public IReadOnlyDictionary<string, double> Layers { get; init; } = new Dictionary<string, double>();

    /// <summary>A JSON file of ratios in the format that the authors released; it says all, so no other ratio is given beside it.</summary>
    [Option(IsPath = true)]
    public string? RatioFile { get; init; }

    /// <summary>
    /// The MACs that stay: a part such as 0.5 or 50%, or a number such as 600M. What no ratio says is then cut as far as needed.
    /// </summary>
    public string? Macs { get; init; }

    /// <summary>The parameters that stay: a part such as 0.5 or 50%, or a number such as 3M.</summary>
    public string? Parameters { get; init; }

    /// <summary>
    /// The time of a forward pass that stays, measured on what the recipe names as its target: a part such as 0.6 or 60%, or milliseconds such as 4.5ms.
    /// </summary>
    public string? Latency { get; init; }

    /// <summary>How a budget is shared out among the layers.</summary>
    public Allocation Allocation { get; init; }

    /// <summary>How a ratio becomes a number of neurons.</summary>
    public Rounding Rounding { get; init; }

    /// <summary>
    /// How many singular components of the attention scores are to be preserved: <c>auto</c> (as many as pairs are kept), a number, or a part of the energy such
    /// as <c>0.95</c>.
    /// </summary>
    public string Gamma { get; init; } = "auto";

    /// <summary>How many training images queries and keys are looked at on, and answers where a budget is shared out by sensitivity.</summary>
    [Option(Min = 1)]
    public int Images { get; init; } = 64;

    /// <summary>Images per batch: more are faster and take more memory.</summary>
    [Option(Min = 1)]
    public int Batch { get; init; } = 8;

    /// <summary>Whether a neuron's bias counts as an entry of its weights where redundancy is measured.</summary>
    public bool BiasInRedundancy { get; init; }

    /// <summary>How much may stay; null where ratios or a budget of latency say it.</summary>
    /// <exception cref="PlanException">It is not a budget.</exception>
    public Budget? Budget => this switch
    {
        { Macs: { } macs } => Planning.Budget.Parse(CostMeasure.Macs, macs),
        { Parameters: { } parameters } => Planning.Budget.Parse(CostMeasure.Parameters, parameters),
        _ => null,
    };

    /// <summary>How much of the time may stay; null where it does not matter.</summary>
    /// <exception cref="PlanException">It is not a budget.</exception>
    public LatencyBudget? LatencyBudget => Latency is { } latency ? Planning.LatencyBudget.Parse(latency) : null;

    /// <summary>Whether there is a budget of any kind: what no ratio says is then cut as far as needed.</summary>
    public bool HasBudget => Macs is not null || Parameters is not null || Latency is not null;

    /// <inheritdoc/>
    public IEnumerable<OptionProblem> Problems()
    {
        var hasRatios = Qk is not null || V is not null || Ffn is not null || Residual is not null || Layers.Count > 0;
        if (RatioFile is not null && (hasRatios || HasBudget))
        {
            yield return new(nameof(RatioFile), "The file gives all ratios. Leave out 'qk', 'v', 'ffn', 'residual', 'layers' and budgets, or the file.");
        }
        else if (RatioFile is null && !hasRatios && !HasBudget)
        {
            yield return new(
                "",
                "How much is to be cut? Give one or more of 'qk', 'v', 'ffn', 'residual' and 'layers' (what goes), a 'ratio-file', or 'macs', 'parameters' or 'latency' "
                + "(what stays).");
        }

        if (new[] { Macs, Parameters, Latency }.Count(budget => budget is not null) > 1)
        {
            yield return new(Latency is not null ? nameof(Latency) : nameof(Parameters), "One budget is enough: leave out all but one of 'macs', 'parameters' and 'latency'.");
        }

        if (PlanException.MessageOf(() => Budget) is { } budget)
        {
            yield return new(Macs is not null ? nameof(Macs) : nameof(Parameters), budget);
        }

        if (PlanException.MessageOf(() => LatencyBudget) is { } time)
        {
            yield return new(nameof(Latency), time);
        }

        if (PlanException.MessageOf(() => Snp.Gamma.Parse(Gamma)) is { } gamma)
        {
            yield return new(nameof(Gamma), gamma);
        }
    }
}
