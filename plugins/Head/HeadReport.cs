using System.Globalization;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Reports;

namespace Espalier.Plugins.Head;

/// <summary>What a run has to show: how the heads scored, which of them went, and what the model looks at.</summary>
internal static class HeadReport
{
    /// <summary>The result of the run.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="progress">What was done.</param>
    /// <param name="after">What the model costs now.</param>
    /// <param name="looks">What the model looks at; null where that is not known.</param>
    public static MethodResult Result(HeadOptions options, HeadProgress progress, ModelCost after, ReportSection? looks)
    {
        var before = progress.Dense;
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["heads_before"] = progress.Heads,
            ["heads_after"] = progress.Kept,
            ["layers_emptied"] = progress.Layers.Count(layer => progress.KeptOf(layer.Group.Name) == 0),
            ["macs_before"] = before.Macs,
            ["macs_after"] = after.Macs,
            ["parameters_before"] = before.Parameters,
            ["parameters_after"] = after.Parameters,
        };
        foreach (var group in progress.Layers.Select(layer => layer.Group))
        {
            metrics[$"heads_before/{group.Name}"] = group.Count;
            metrics[$"heads_after/{group.Name}"] = progress.KeptOf(group.Name);
        }

        var summary = string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Heads} -> {progress.Kept} heads, {before.Macs} -> {after.Macs} MACs ({100.0 * after.Macs / Math.Max(1, before.Macs):0.##} %), {before.Parameters} -> {after.Parameters} parameters");
        return new MethodResult(summary, metrics)
        {
            Goals = [Goal(options, progress, after)],
            Importance = progress.Importance,
            Sections =
            [
                new("Attention heads", "", [Scores(progress), Strips(progress), Widths(progress)]),
                .. looks is null ? Array.Empty<ReportSection>() : [looks],
            ],
        };
    }

    private static AskedAchieved Goal(HeadOptions options, HeadProgress progress, ModelCost after)
    {
        var budget = options.Budget;
        if (budget.Measure == CostMeasure.Units)
        {
            var asked = options.Ranking == HeadRanking.Global ? budget.Limit(progress.Heads) : progress.Layers.Sum(layer => budget.Limit(layer.Group.Count));
            return new AskedAchieved("heads kept", asked, progress.Kept, null, progress.Kept <= asked);
        }

        var limit = budget.Limit(progress.Dense.Of(budget.Measure));
        return new AskedAchieved($"{Budget.Name(budget.Measure)} kept", limit, after.Of(budget.Measure), null, after.Of(budget.Measure) <= limit);
    }

    private static HeatMapPlot Scores(HeadProgress progress)
    {
        var heads = progress.Layers.Max(layer => layer.Group.Count);
        return new HeatMapPlot(
            "Importance of the heads before the first cut", "Each cell is a head; the least important go.",
            [.. progress.Layers.Select(layer => layer.Scope)], [.. Enumerable.Range(0, heads).Select(Text)],
            [.. progress.Layers.Select(layer => progress.Scores[layer.Group.Name])
                .Select(own => (IReadOnlyList<double>)[.. own, .. Enumerable.Repeat(double.NaN, heads - own.Length)])],
            new PlotAxis("head"), new PlotAxis("attention layer"), new PlotAxis("importance"));
    }

    private static StripsPlot Strips(HeadProgress progress) => new(
        "Which heads went", "A cell per head, in the order of the layer.", "head",
        [
            .. progress.Layers.Select(layer => new StripRow(
                layer.Scope, "", layer.Group.Count, [.. Enumerable.Range(0, layer.Group.Count).Except(progress.HeadsOf(layer.Group.Name))])),
        ]);

    private static TablePlot Widths(HeadProgress progress) => new(
        "Heads", "", ["layer", "group", "heads", "kept"],
        [
            .. progress.Layers.Select(layer => (IReadOnlyList<string>)
                [layer.Scope, layer.Group.Name, Text(layer.Group.Count), Text(progress.KeptOf(layer.Group.Name))]),
        ]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
