namespace Espalier.Reports;

/// <summary>The figures that every step has: its goals, its training, the scores it cut by, its numbers.</summary>
internal static class StepSection
{
    public static IEnumerable<Plot> Plots(ReportStep step)
    {
        if (step.Goals.Count > 0)
        {
            yield return new TablePlot(
                "Asked and achieved", "", ["Goal", "Asked", "Achieved", "Met"],
                [.. step.Goals.Select(goal => (string[])[goal.Goal, With(goal.Asked, goal.Unit), With(goal.Achieved, goal.Unit), goal.IsMet ? "yes" : "no"])]);
        }

        if (step.Metrics.Count > 0)
        {
            yield return new TablePlot(
                "Numbers of this step", "", ["Name", "Value"],
                [.. step.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal).Select(metric => (string[])[metric.Key, Numbers.Digits(metric.Value)])]);
        }

        foreach (var plot in TrainingPlots.Of(step.Training))
        {
            yield return plot;
        }

        foreach (var group in step.Importance)
        {
            var all = group.Counts.Sum();
            yield return new HistogramPlot(
                group.Group, $"{Numbers.Exact(all - group.Cut)} of {Numbers.Exact(all)} kept", new PlotAxis("Importance"), group.Edges, group.Counts, group.Threshold)
            {
                Small = true,
            };
        }
    }

    private static string With(double value, string? unit) => Numbers.Digits(value) + (unit is null ? "" : $" {unit}");
}
