using System.Globalization;

namespace Espalier.Reports;

/// <summary>Writes figures. Tables and bars are plain HTML; for the others the page's script draws what <see cref="Drawn"/> holds.</summary>
internal sealed class FigureWriter(HtmlBuilder html)
{
    private const int SmallShown = 6;
    private const int RowsShown = 24;
    private readonly List<Plot> drawn = [];

    /// <summary>The figures that the script draws, in the order of their numbers in the page.</summary>
    public IReadOnlyList<Plot> Drawn => drawn;

    /// <summary>Writes figures: small ones side by side, and only the first of them unfolded.</summary>
    public void Write(IReadOnlyList<Plot> plots)
    {
        foreach (var run in Runs(plots))
        {
            html.Open("div", ("class", run[0].Small ? "grid small" : "grid"));
            foreach (var plot in run.Take(run[0].Small ? SmallShown : run.Count))
            {
                Write(plot);
            }

            html.Close();
            if (run[0].Small && run.Count > SmallShown)
            {
                Folded($"{run.Count - SmallShown} more", () =>
                {
                    html.Open("div", ("class", "grid small"));
                    foreach (var plot in run.Skip(SmallShown))
                    {
                        Write(plot);
                    }

                    html.Close();
                });
            }
        }
    }

    // Neighbours of one size share a grid.
    private static IEnumerable<IReadOnlyList<Plot>> Runs(IReadOnlyList<Plot> plots)
    {
        for (var start = 0; start < plots.Count;)
        {
            var run = plots.Skip(start).TakeWhile(plot => plot.Small == plots[start].Small).ToList();
            start += run.Count;
            yield return run;
        }
    }

    private void Write(Plot plot)
    {
        var isWide = plot is BarsPlot or StripsPlot or HeatMapPlot { Rows.Count: > 0 } or TablePlot { Columns.Count: > 4 }
            || (plot is ImagesPlot images && images.Rows.Any(row => row.Count > 3));
        html.Open("figure", ("class", isWide ? "wide" : null));
        html.Open("figcaption").Element("h4", plot.Title);
        if (plot.Explanation.Length > 0)
        {
            html.Element("p", plot.Explanation);
        }

        html.Close();
        switch (plot)
        {
            case TablePlot table:
                Table(table.Columns, table.Rows);
                break;
            case BarsPlot bars:
                Bars(bars);
                break;
            default:
                html.Open("div", ("class", "plot"), ("data-plot", drawn.Count.ToString(CultureInfo.InvariantCulture))).Close();
                drawn.Add(plot);
                break;
        }

        html.Close();
    }

    private void Table(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count > RowsShown)
        {
            Part(rows.Take(RowsShown));
            Folded($"{rows.Count - RowsShown} more rows", () => Part(rows.Skip(RowsShown)));
            return;
        }

        Part(rows);

        void Part(IEnumerable<IReadOnlyList<string>> part)
        {
            html.Open("div", ("class", "scroll")).Open("table").Open("thead").Open("tr");
            bool[] numeric = [.. columns.Select((_, column) => column > 0 && rows.All(row => column >= row.Count || IsNumber(row[column])))];
            foreach (var (name, column) in columns.Select((name, column) => (name, column)))
            {
                html.Element("th", name, ("scope", "col"), ("class", numeric[column] ? "number" : null));
            }

            html.Close().Close().Open("tbody");
            foreach (var row in part)
            {
                html.Open("tr");
                foreach (var (cell, column) in row.Take(columns.Count).Select((cell, column) => (cell, column)))
                {
                    html.Element("td", cell, ("class", numeric[column] ? "number" : null));
                }

                html.Close();
            }

            html.Close().Close().Close();
        }
    }

    private void Bars(BarsPlot bars)
    {
        if (bars.Series.Count > 1)
        {
            html.Open("p", ("class", "legend"));
            foreach (var (series, index) in bars.Series.Select((series, index) => (series, index)))
            {
                html.Open("span").Open("i", ("class", Fill(bars, index))).Close().Text(series.Name).Close();
            }

            html.Close();
        }

        var largest = bars.Series.SelectMany(series => series.Values).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        var rows = Enumerable.Range(0, bars.Categories.Count);
        BarRows(bars, rows.Take(RowsShown), largest);
        if (bars.Categories.Count > RowsShown)
        {
            Folded($"{bars.Categories.Count - RowsShown} more", () => BarRows(bars, rows.Skip(RowsShown), largest));
        }
    }

    private void BarRows(BarsPlot bars, IEnumerable<int> rows, double largest)
    {
        html.Open("div", ("class", "bars"), ("role", "list"));
        foreach (var row in rows)
        {
            double[] values = [.. bars.Series.Select(series => row < series.Values.Count ? series.Values[row] : double.NaN)];
            html.Open("div", ("class", "bar"), ("role", "listitem")).Element("span", bars.Categories[row], ("class", "name"), ("title", bars.Categories[row]));
            html.Open("span", ("class", bars.AreNested ? "track nested" : "track"));
            foreach (var (value, index) in values.Select((value, index) => (value, index)).Where(pair => double.IsFinite(pair.value)))
            {
                var share = largest > 0 ? Math.Clamp(value / largest * 100, 0, 100) : 0;
                html.Open("i", ("class", Fill(bars, index)), ("style", string.Create(CultureInfo.InvariantCulture, $"width:{share:0.##}%"))).Close();
            }

            html.Close().Element("span", Label(bars, values), ("class", "value")).Close();
        }

        html.Close();
    }

    private static string Fill(BarsPlot bars, int index) => bars.AreNested && index == 0 ? "whole" : $"fill{(bars.AreNested ? index : index + 1)}";

    private static string Label(BarsPlot bars, double[] values)
    {
        var unit = bars.Values.Unit is { } name ? $" {name}" : "";
        return bars.AreNested && values.Length == 2 && values[0] > 0
            ? $"{Number(values[1])} of {Number(values[0])}{unit} ({values[1] / values[0] * 100:0} %)"
            : string.Join(" / ", values.Select(Number)) + unit;
    }

    private static string Number(double value) => value == Math.Floor(value) && Math.Abs(value) < 1e15 ? Numbers.Exact((long)value) : Numbers.Digits(value);

    private static bool IsNumber(string cell) =>
        cell.Length == 0 || char.IsAsciiDigit(cell[0]) || (cell.Length > 1 && cell[0] is '-' or '−' or '+' && char.IsAsciiDigit(cell[1]));

    private void Folded(string label, Action content)
    {
        html.Open("details").Element("summary", label);
        content();
        html.Close();
    }
}
