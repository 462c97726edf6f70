using System.Globalization;
using Espalier.Counting;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Reports;

namespace Espalier.Plugins.Snp;

/// <summary>What a run has to show: how true the attention scores stay, how their energy is spread, and how wide layers are.</summary>
internal sealed class SnpReport
{
    private readonly SnpLayers layers;
    private readonly IReadOnlyDictionary<SnpLayer, int> kept;
    private readonly IReadOnlyDictionary<SnpLayer, int> asked;
    private readonly (string Scope, double[] Errors, double[] Spectrum)[] sites;

    public SnpReport(
        SnpLayers layers, PruningPlan plan, IReadOnlyDictionary<SnpLayer, int> kept, IReadOnlyDictionary<SnpLayer, int> asked,
        IEnumerable<AttentionStatistics> statistics)
    {
        this.layers = layers;
        this.kept = kept;
        this.asked = asked;
        var gone = plan.Steps.SelectMany(step => step.Cuts).ToDictionary(cut => cut.Group, cut => cut.Units.ToHashSet(), StringComparer.Ordinal);
        sites =
        [
            .. statistics.Select(site => (
                site.Site.Scope, site.Errors((group, unit) => !gone.TryGetValue(group.Name, out var units) || !units.Contains(unit)), site.Spectrum())),
        ];
    }

    /// <summary>The result of the run.</summary>
    public MethodResult Result(ModelCounts before, ModelCounts after, Budget? budget)
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

        foreach (var layer in layers.All)
        {
            metrics[$"width_before/{layer.Name}"] = layer.Width;
            metrics[$"width_after/{layer.Name}"] = Kept(layer);
        }

        var summary = FormattableString.Invariant(
            $"{before.Macs} -> {after.Macs} MACs ({100.0 * after.Macs / Math.Max(1, before.Macs):0.##} %), {before.Parameters} -> {after.Parameters} parameters");
        return new MethodResult(summary, metrics)
        {
            Goals = budget is null ? [.. asked.GroupBy(pair => pair.Key.Kind).OrderBy(kind => kind.Key).Select(Goal)] : [Goal(budget, before, after)],
            Sections = Sections(),
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

    private ReportSection[] Sections()
    {
        var widths = new ReportSection("SNP: kept widths", "", [Widths()]);
        if (sites.Length == 0)
        {
            return [widths];
        }

        return
        [
            new(
                "SNP: attention scores",
                "How far the scores of the pairs that are kept are from those of all pairs, before the softmax, over the calibration images.", [Errors(), Spectra()]),
            widths,
        ];
    }

    private HeatMapPlot Errors()
    {
        var heads = sites.Max(site => site.Errors.Length);
        return new HeatMapPlot(
            "Error of the attention scores, by head", "Each cell is a head: 0 where its scores are as before, 1 where nothing of them is left.",
            [.. sites.Select(site => site.Scope)], [.. Enumerable.Range(0, heads).Select(head => head.ToString(CultureInfo.InvariantCulture))],
            [.. sites.Select(site => (IReadOnlyList<double>)[.. site.Errors, .. Enumerable.Repeat(double.NaN, heads - site.Errors.Length)])],
            new PlotAxis("head"), new PlotAxis("attention layer"), new PlotAxis("||A - A'|| / ||A||"))
        { Low = 0 };
    }

    private LinesPlot Spectra() => new(
        "Singular values of the attention scores", "The mean over heads and images, as parts of the largest. The steeper a line falls, the fewer pairs would do.",
        new PlotAxis("component"), new PlotAxis("singular value", null, IsLogarithmic: true),
        [.. sites.Select(site => new PlotSeries(
            site.Scope, [.. Enumerable.Range(1, site.Spectrum.Length).Select(i => (double)i)],
            [.. site.Spectrum.Select(value => site.Spectrum[0] > 0 ? value / site.Spectrum[0] : 0)]))]);

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
