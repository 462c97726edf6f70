namespace Espalier.Reports;

/// <summary>Accuracy against what the model costs, from stage to stage.</summary>
internal static class TradeOffSection
{
    public static IEnumerable<ReportSection> Of(RunReport report)
    {
        Plot[] plots = [.. Plots(report)];
        return plots.Length == 0 ? [] :
        [
            new ReportSection("What it cost, what it gained", "The model before the run, after each step and at the end. Up is more accurate, left is cheaper.", plots),
        ];
    }

    private static IEnumerable<Plot> Plots(RunReport report)
    {
        if (report.Stages.Count < 2)
        {
            yield break;
        }

        var (factor, prefix) = Numbers.Unit(report.Stages.Max(stage => stage.Macs));
        if (Against(report, stage => stage.Macs / factor) is { } macs)
        {
            yield return new PointsPlot(
                "Accuracy against MACs", $"Each point is the model after a step; the arrows follow the run. MACs: {report.MacConvention}.",
                new PlotAxis("MACs of one forward pass", prefix.Length == 0 ? null : $"{prefix} MACs"), new PlotAxis("Accuracy", "%"), [macs]);
        }

        if (Against(report, stage => stage.Latency?.Median) is { } latency)
        {
            var with = report.LatencySettings is { } settings ? $" on {settings.Device}, batch {settings.Batch}, threads: {settings.Threads}" : "";
            yield return new PointsPlot(
                "Accuracy against measured latency", $"The median time of a forward pass, measured{with}. Fewer MACs need not mean less time.",
                new PlotAxis("Latency", "ms"), new PlotAxis("Accuracy", "%"), [latency]);
        }

        if (report.Stages.Count > 2)
        {
            yield return Table(report);
        }
    }

    private static PointSeries? Against(RunReport report, Func<ReportStage, double?> cost)
    {
        PlotPoint[] points =
        [
            .. report.Stages.SelectMany(stage => cost(stage) is { } x && stage.AccuracyPercent is { } y ? (PlotPoint[])[new PlotPoint(x, y, stage.Name)] : []),
        ];
        return points.Length < 2 ? null : new PointSeries("model", points, IsPath: true);
    }

    private static TablePlot Table(RunReport report)
    {
        (string Name, Func<ReportStage, string> Cell)[] columns =
        [
            ("Stage", stage => stage.Name),
            ("Parameters", stage => Numbers.Short(stage.Parameters)),
            ("MACs", stage => Numbers.Short(stage.Macs)),
            ("Size", stage => Numbers.Bytes(stage.Bytes)),
            ("Latency (ms)", stage => stage.Latency is { } latency ? Numbers.Digits(latency.Median) : ""),
            ("Accuracy (%)", stage => stage.AccuracyPercent?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) ?? ""),
            ("Loss", stage => stage.Loss is { } loss ? Numbers.Digits(loss) : ""),
            ("Attention error", stage => stage.AttentionError is { } error ? Numbers.Digits(error) : ""),
        ];
        columns = [.. columns.Where(column => report.Stages.Any(stage => column.Cell(stage).Length > 0))];
        return new TablePlot(
            "The model at each stage", "", [.. columns.Select(column => column.Name)],
            [.. report.Stages.Select(stage => (string[])[.. columns.Select(column => column.Cell(stage))])]);
    }
}
