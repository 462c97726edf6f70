using System.Globalization;
using Espalier.Counting;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Reports;

namespace Espalier.Plugins.Snp;

/// <summary>What a run has to show: how true the attention scores stay, what the model looks at, which neurons went and how wide layers are.</summary>
internal sealed class SnpReport
{
    private readonly SnpLayers layers;
    private readonly IReadOnlyDictionary<SnpLayer, int> kept;
    private readonly IReadOnlyDictionary<SnpLayer, int> asked;
    private readonly Dictionary<string, HashSet<int>> gone;
    private readonly SiteScores[] sites;

    public SnpReport(
        SnpLayers layers, PruningPlan plan, IReadOnlyDictionary<SnpLayer, int> kept, IReadOnlyDictionary<SnpLayer, int> asked,
        IEnumerable<AttentionStatistics> statistics)
    {
        this.layers = layers;
        this.kept = kept;
        this.asked = asked;
        gone = plan.Steps.SelectMany(step => step.Cuts).ToDictionary(cut => cut.Group, cut => cut.Units.ToHashSet(), StringComparer.Ordinal);
        sites = [.. statistics.Select(site => SiteScores.Of(site, gone))];
    }

    /// <summary>The result of the run.</summary>
    /// <param name="before">What the model cost.</param>
    /// <param name="after">What it costs now.</param>
    /// <param name="budget">What it was to cost; null where ratios or a latency were asked for.</param>
    /// <param name="timed">How the widths for a latency were found; null where none was asked for.</param>
    /// <param name="looks">What the model looks at; null where that is not known.</param>
    public MethodResult Result(ModelCounts before, ModelCounts after, Budget? budget, LatencySearch? timed, ReportSection? looks)
    {
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["macs_before"] = before.Macs,
            ["macs_after"] = after.Macs,
            ["parameters_before"] = before.Parameters,
            ["parameters_after"] = after.Parameters,
        };
        if (sites.Length > 0)
        {
            metrics["attention_score_error_mean"] = sites.SelectMany(site => site.Errors).Average();
            metrics["attention_score_error_max"] = sites.SelectMany(site => site.Errors).Max();
        }

        if (timed is not null)
        {
            LatencyFigures.Add(timed, metrics);
        }

        foreach (var layer in layers.All)
        {
            metrics[$"width_before/{layer.Name}"] = layer.Width;
            metrics[$"width_after/{layer.Name}"] = Kept(layer);
        }

        var summary = FormattableString.Invariant(
            $"{before.Macs} -> {after.Macs} MACs ({100.0 * after.Macs / Math.Max(1, before.Macs):0.##} %), {before.Parameters} -> {after.Parameters} parameters");
        return new MethodResult(summary, metrics)
        {
            Goals = budget is not null ? [Goal(budget, before, after)]
                : timed is not null ? [timed.Goal()]
                : [.. asked.GroupBy(pair => pair.Key.Kind).OrderBy(kind => kind.Key).Select(Goal)],
            Sections = [.. Sections(looks), .. timed is null ? Array.Empty<ReportSection>() : [LatencyFigures.Section(timed)]],
        };
    }

    private int Kept(SnpLayer layer) => kept.GetValueOrDefault(layer, layer.Width);

    private AskedAchieved Goal(IGrouping<SnpKind, KeyValuePair<SnpLayer, int>> kind)
    {
        var (wanted, found) = (kind.Sum(pair => pair.Value * pair.Key.Rows), kind.Sum(pair => Kept(pair.Key) * pair.Key.Rows));
        return new AskedAchieved($"{Name(kind.Key)} kept", wanted, found, null, wanted == found);
    }

    private static AskedAchieved Goal(Budget budget, ModelCounts before, ModelCounts after)
    {
        long Count(ModelCounts counts) => budget.Measure == CostMeasure.Macs ? counts.Macs : counts.Parameters;
        var limit = budget.Limit(Count(before));
        return new AskedAchieved($"{Budget.Name(budget.Measure)} kept", limit, Count(after), null, Count(after) <= limit);
    }

    private ReportSection[] Sections(ReportSection? looks) =>
    [
        .. ScoreFigures.Sections(sites),
        .. looks is null ? Array.Empty<ReportSection>() : [looks],
        .. NeuronStrips.Sections(layers.All, gone),
        new("SNP: kept widths", "", [Widths()]),
    ];

    private TablePlot Widths() => new(
        "Widths", "Neurons per head for queries with keys and for values, else of the layer. Heads keep equally many, each its own.",
        ["layer", "kind", "heads", "width", "asked", "kept"],
        [
            .. layers.All.Select(layer => (IReadOnlyList<string>)
            [
                layer.Name, Name(layer.Kind), Text(layer.Rows), Text(layer.Width), Text(asked.GetValueOrDefault(layer, layer.Width)), Text(Kept(layer)),
            ]),
        ]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Name(SnpKind kind) => kind switch
    {
        SnpKind.Qk => "query/key pairs",
        SnpKind.V => "values",
        SnpKind.Ffn => "feed-forward neurons",
        _ => "residual channels",
    };
}
