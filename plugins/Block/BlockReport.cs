using Espalier.Counting;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Reports;

namespace Espalier.Plugins.Block;

/// <summary>What a run shows.</summary>
internal static class BlockReport
{
    public static MethodResult Result(TracedModel model, BlockOptions options, BlockProgress progress)
    {
        var counts = ModelCounts.Of(model);
        var before = progress.Dense;
        var after = new ModelCost(before.Units - progress.Removed.Count, counts.Parameters, counts.Macs);
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, measure) in new[] { ("blocks", CostMeasure.Units), ("parameters", CostMeasure.Parameters), ("macs", CostMeasure.Macs) })
        {
            metrics[$"{name}_before"] = before.Of(measure);
            metrics[$"{name}_after"] = after.Of(measure);
        }

        foreach (var (block, score) in progress.Scores)
        {
            metrics[$"score/{block}"] = score;
        }

        var summary = FormattableString.Invariant($"without {progress.Removed.Count} of {before.Units} blocks{(progress.Removed.Count > 0 ? ": " : "")}{string.Join(", ", progress.Removed)}; ")
            + FormattableString.Invariant($"{before.Macs} -> {after.Macs} MACs, {before.Parameters} -> {after.Parameters} parameters");
        return new MethodResult(summary, metrics)
        {
            Goals = options.BudgetOf(before.Units) is { } budget ? [Goal(budget, before, after)] : [],
            Sections = progress.Scores.Count > 0 ? [Section(options, progress)] : [],
        };
    }

    private static AskedAchieved Goal(Budget budget, ModelCost before, ModelCost after)
    {
        var (limit, kept) = (budget.Limit(before.Of(budget.Measure)), after.Of(budget.Measure));
        var name = budget.Measure == CostMeasure.Units ? "blocks" : Budget.Name(budget.Measure);
        return new AskedAchieved($"{name} kept", limit, kept, null, kept <= limit);
    }

    private static ReportSection Section(BlockOptions options, BlockProgress progress)
    {
        var gone = progress.Removed.ToHashSet(StringComparer.Ordinal);
        var (label, text) = options.Criterion switch
        {
            BlockCriterion.GateTaylor => ("E |dL/dg|", "How much the loss of an image hangs on a gate at what the block adds."),
            BlockCriterion.Loss => ("rise of the loss", "What the loss rises by without the block alone. Which blocks go is decided one after the other."),
            _ => ("1 - E cos", "How far the block turns what goes through it."),
        };
        double[] Of(bool isGone) => [.. progress.Scores.Select(pair => gone.Contains(pair.Block) == isGone ? pair.Score : double.NaN)];
        return new ReportSection("Residual blocks", $"{progress.Removed.Count} of {progress.Dense.Units} blocks went{(progress.Removed.Count > 0 ? ": " : "")}{string.Join(", ", progress.Removed)}.",
        [
            new BarsPlot(
                "Scores of the blocks", $"{text} The scores of the last round, in the order of the model.", [.. progress.Scores.Select(pair => pair.Block)], new PlotAxis(label),
                [new BarSeries("stays", Of(false)), new BarSeries("goes", Of(true))]),
        ]);
    }
}
