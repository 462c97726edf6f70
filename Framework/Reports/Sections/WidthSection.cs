namespace Espalier.Reports;

/// <summary>What is left of each structure group.</summary>
internal static class WidthSection
{
    public static IEnumerable<ReportSection> Of(RunReport report)
    {
        if (report.Widths.Count == 0)
        {
            return [];
        }

        var (kept, of) = (report.Widths.Sum(width => (long)width.Kept), report.Widths.Sum(width => (long)width.Of));
        var whole = report.Widths.Count(width => width.Kept == width.Of);
        return
        [
            new ReportSection(
                "What was cut",
                "Layers that must keep the same channels, because their results are added or joined, form a group and are cut together. A group has the name of its first layer.",
                [
                    new BarsPlot(
                        "Widths before and after",
                        $"The whole bar is the width that a group had, the filled part what is left of it: {Numbers.Exact(kept)} of {Numbers.Exact(of)} units in all. {Whole(whole, report.Widths.Count)}",
                        [.. report.Widths.Select(width => width.Group)], new PlotAxis("units"),
                        [
                            new BarSeries("before", [.. report.Widths.Select(width => (double)width.Of)]),
                            new BarSeries("kept", [.. report.Widths.Select(width => (double)width.Kept)]),
                        ])
                    {
                        AreNested = true,
                    },
                ]),
        ];
    }

    private static string Whole(int whole, int all) => whole switch
    {
        0 => "Every group lost some.",
        1 => "One group was left whole.",
        _ when whole == all => "No group lost any.",
        _ => $"{whole} groups were left whole.",
    };
}
