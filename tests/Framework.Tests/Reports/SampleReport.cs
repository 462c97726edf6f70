using Espalier.Graphs;
using Espalier.Framework.Tests.Motifs;
using Espalier.Reports;
using Espalier.Structures;
using Espalier.Views;

namespace Espalier.Framework.Tests.Reports;

/// <summary>A small report that has every part.</summary>
internal static class SampleReport
{
    public static RunReport Of(string name = "layer1.conv", string title = "Half of a small model")
    {
        using var module = new CatOfResiduals();
        var view = GraphView.Of(ModelStructure.Find(TracedModel.Trace(module, InputSpec.Of(1, 3, 4, 4)).Graphs));
        return new RunReport(
            title, name, new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero),
            new ReportEnvironment(name, 2, 1, new Dictionary<string, string> { [name] = name }),
            [
                new ReportStage(name, 853_018, 125_485_696, 3_412_072) { AccuracyPercent = 93.39, Loss = 0.2871, Latency = new Latency(11.42, 11.2, 11.9, 200) },
                new ReportStage("1 channel", 461_210, 58_981_280, 1_844_840) { AccuracyPercent = 91.02, Loss = 0.3312, Latency = new Latency(7.61, 7.5, 7.88, 200) },
                new ReportStage("2 finetune", 461_210, 58_981_280, 1_844_840)
                {
                    AccuracyPercent = 93.1, Loss = 0.2905, Latency = new Latency(7.59, 7.48, 7.9, 200), AttentionErrors = [new(name, [0.25, 1]), new("second", [0.5])],
                },
            ])
        {
            Recipe = name,
            Command = name,
            Seconds = 4000,
            Evaluation = name,
            MacConvention = name,
            LatencySettings = new LatencySettings(name, name, 1, 1),
            Widths = [.. view.Groups.Select(group => new GroupWidth(group.Name, group.Units / 2, group.Units)), new GroupWidth(name, 16, 16)],
            Sensitivity = [.. Enumerable.Range(0, 10).Select(index => new SensitivityCurve($"{name}{index}", [0, 0.5, 0.9], [93.39, 80 - index, 10]))],
            Graph = view with { Nodes = [.. view.Nodes.Select(node => node with { Scope = name })] },
            Warnings = [name],
            Steps =
            [
                new ReportStep(name, name, new Dictionary<string, double> { [name] = 1.5, ["not_measured"] = double.NaN })
                {
                    Seconds = 61,
                    Goals = [new AskedAchieved(name, 47, 47.003, name, true), new AskedAchieved("width", 8, 7, null, false)],
                    Importance = [GroupImportance.Of(name, [0.1, 0.2, 0.9, double.NaN], 0.15, 1, 4)],
                    Training = [new TrainingCurve(name, [new TrainingEpoch(1, 0.5, 0.6, 90, 0.1), new TrainingEpoch(2, 0.4)]), new TrainingCurve("second", [new TrainingEpoch(1, 0.3)])],
                    Sections = [new ReportSection(name, name, [.. Plots(name)]), new ReportSection("folded", "", []) { IsCollapsed = true }],
                },
            ],
        };
    }

    private static IEnumerable<Plot> Plots(string name)
    {
        var axis = new PlotAxis(name, name);
        yield return new LinesPlot(name, name, axis, axis, [new PlotSeries(name, [1, 2], [1, double.NaN])]) { Marks = [new PlotMark(1, name)] };
        yield return new BarsPlot(name, name, [name], axis, [new BarSeries(name, [1]), new BarSeries(name, [double.NaN])]);
        yield return new PointsPlot(name, name, axis, axis, [new PointSeries(name, [new PlotPoint(1, 2, name)])]);
        yield return HistogramPlot.Of(name, name, axis, [1, 2, 3], 3, 1.5);
        yield return new HeatMapPlot(name, name, [name], [name, name], [[1, double.PositiveInfinity]], axis, axis, axis);
        yield return new ImagesPlot(name, name, [[new Picture(name, 2, 1, 1, [0, 255])]]);
        yield return new TablePlot(name, name, [name, name], [[name, "1"]]);
        yield return new StripsPlot(name, name, name, [new StripRow(name, "head 0", 6, [0, 1, 2, 5]), new StripRow(name, name, 6, [])]);
    }
}
