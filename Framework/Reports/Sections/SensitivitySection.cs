using System.Globalization;

namespace Espalier.Reports;

/// <summary>What cutting single layers does to the accuracy.</summary>
internal static class SensitivitySection
{
    private const int MostLines = 8;

    public static IEnumerable<ReportSection> Of(RunReport report)
    {
        if (report.Sensitivity.Count == 0)
        {
            return [];
        }

        var lines = new LinesPlot(
            "Accuracy when one layer alone is cut", "Each line is one layer. A line that falls early belongs to a layer that the model cannot spare.",
            new PlotAxis("Share of the layer that is cut", "%"), new PlotAxis("Accuracy", "%"),
            [.. report.Sensitivity.Select(curve => new PlotSeries(curve.Layer, [.. curve.Ratios.Select(ratio => ratio * 100)], curve.AccuracyPercent))]);
        return
        [
            new ReportSection(
                "Which layers are sensitive", "One layer at a time was cut, without training afterwards, and the model evaluated.",
                report.Sensitivity.Count > MostLines && Map(report.Sensitivity) is { } map ? [map, lines] : [lines]),
        ];
    }

    private static HeatMapPlot? Map(IReadOnlyList<SensitivityCurve> curves)
    {
        var ratios = curves[0].Ratios;
        return curves.Any(curve => !curve.Ratios.SequenceEqual(ratios)) ? null : new HeatMapPlot(
            "Accuracy by layer and share cut", "Each row is a layer, each column a share of it that was cut. Dark cells mark what costs accuracy.",
            [.. curves.Select(curve => curve.Layer)], [.. ratios.Select(ratio => (ratio * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %")],
            [.. curves.Select(curve => curve.AccuracyPercent)],
            new PlotAxis("Share cut"), new PlotAxis("Layer"), new PlotAxis("Accuracy", "%"));
    }
}
