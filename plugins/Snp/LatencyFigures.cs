using System.Globalization;
using Espalier.Reports;

namespace Espalier.Plugins.Snp;

/// <summary>How the widths for a budget of latency were found.</summary>
internal static class LatencyFigures
{
    /// <summary>Adds the times before and after, the part that stays, and how many widths were timed.</summary>
    public static void Add(LatencySearch search, SortedDictionary<string, double> metrics)
    {
        metrics["latency_before_ms"] = search.Before;
        metrics["latency_after_ms"] = search.Best.Part * search.Before;
        metrics["latency_kept_percent"] = 100 * search.Best.Part;
        metrics["latency_probes"] = Timed(search).Count();
    }

    /// <summary>A table of the widths that were timed.</summary>
    public static ReportSection Section(LatencySearch search) => new(
        "SNP: widths that were timed",
        "For a budget of latency, widths for several numbers of MACs were timed in turns with the model as it was. Medians, in milliseconds.",
        [
            new TablePlot(
                "Timed widths", "The widest that keep to the budget were taken.", ["MACs", "ms before", "ms with these widths", "% that stay"],
                [
                    .. Timed(search).Select(probe => (IReadOnlyList<string>)
                        [probe.Macs.ToString(CultureInfo.InvariantCulture), Text(probe.Before), Text(probe.After), Text(100 * probe.Part)]),
                ]),
        ]);

    private static IEnumerable<LatencyProbe> Timed(LatencySearch search) => search.Probes.DistinctBy(probe => probe.Macs);

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
