using System.Globalization;
using Espalier.Reports;

namespace Espalier.Plugins.Snp;

/// <summary>How true the attention scores stay, and how many pairs their energy would need.</summary>
internal static class ScoreFigures
{
    /// <summary>Below this part of the largest, a singular value is rounding.</summary>
    private const double Least = 1e-6;

    public static ReportSection[] Sections(IReadOnlyList<SiteScores> sites) => sites.Count == 0
        ? []
        :
        [
            new(
                "SNP: error of the attention scores",
                "The scores Q K^T of each head, before the softmax, over the calibration images: those that all pairs of query and key neurons make beside those of the pairs that are kept.",
                [Errors(sites)]),
            new(
                "SNP: singular values of the attention scores",
                "A figure per layer, a line per head: the singular values of the dense model's scores as parts of the largest. A head with n pairs has n components. The steeper its line falls, the "
                + "fewer of them carry it and the more pairs it can spare; the mark shows how many pairs are kept.",
                [.. sites.Select(Spectra)]),
        ];

    private static HeatMapPlot Errors(IReadOnlyList<SiteScores> sites)
    {
        var heads = sites.Max(site => site.Errors.Length);
        return new HeatMapPlot(
            "Error of the attention scores, by head", "Each cell is a head: 0 where its scores are as before, 1 where nothing of them is left.",
            [.. sites.Select(site => site.Scope)], [.. Enumerable.Range(0, heads).Select(head => head.ToString(CultureInfo.InvariantCulture))],
            [.. sites.Select(site => (IReadOnlyList<double>)[.. site.Errors, .. Enumerable.Repeat(double.NaN, heads - site.Errors.Length)])],
            new PlotAxis("head"), new PlotAxis("attention layer"), new PlotAxis("||A - A'|| / ||A||"))
        { Low = 0 };
    }

    private static LinesPlot Spectra(SiteScores site) => new(
        site.Scope, "",
        new PlotAxis("component"), new PlotAxis("part of the largest", null, IsLogarithmic: true),
        [
            .. site.Spectra.Select((values, head) => new PlotSeries(
                $"head {head.ToString(CultureInfo.InvariantCulture)}", [.. Enumerable.Range(1, values.Length).Select(i => (double)i)],
                [.. values.Select(value => value > Least * values[0] ? value / values[0] : double.NaN)])),
        ])
    { Small = true, Marks = site.Kept < site.Spectra[0].Length ? [new PlotMark(site.Kept + 0.5, $"{site.Kept.ToString(CultureInfo.InvariantCulture)} kept")] : [] };
}
