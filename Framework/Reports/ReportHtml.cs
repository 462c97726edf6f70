using System.Reflection;
using System.Text;
using System.Text.Json;
using Espalier.Views;

namespace Espalier.Reports;

/// <summary>A report as one HTML page that needs nothing from elsewhere: styles, scripts and data are in it, and its policy forbids it to load anything.</summary>
public static class ReportHtml
{
    private static readonly string[] Scripts = ["tools.js", "plots.js", "canvas.js", "strips.js", "graph.js", "report.js"];

    /// <summary>Writes the page.</summary>
    public static string Write(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var writer = new PageWriter(report);
        var body = writer.Write();
        // One pass: what is put in is never searched for places to put more in.
        return Fill(Asset("report.html"), new Dictionary<string, Func<string>>(StringComparer.Ordinal)
        {
            ["title"] = () => HtmlBuilder.Escape(report.Title),
            ["style"] = () => Asset("uPlot.min.css") + Asset("report.css"),
            ["body"] = () => body,
            ["library"] = () => $"/*\n{Asset("uPlot.LICENSE")}*/\n{Asset("uPlot.iife.min.js")}",
            ["plots"] = () => InScript(JsonSerializer.Serialize(writer.Drawn, PageJsonContext.Default.IReadOnlyListPlot)),
            ["graph"] = () => report.Graph is { } graph ? InScript(GraphJson.Write(graph with { Obstacles = [] })) : "null",
            ["widths"] = () => InScript(JsonSerializer.Serialize(report.Widths, PageJsonContext.Default.IReadOnlyListGroupWidth)),
            ["script"] = () => string.Concat(Scripts.Select(Asset)),
        });
    }

    private static string Fill(string template, Dictionary<string, Func<string>> values)
    {
        var page = new StringBuilder();
        foreach (var (part, index) in template.Split("%%").Select((part, index) => (part, index)))
        {
            page.Append(index % 2 == 0 ? part : values[part]());
        }

        return page.ToString();
    }

    // "</" would end the script element that the data stands in, "<!--" would hide its end.
    private static string InScript(string json) => json.Replace("<", "\\u003C", StringComparison.Ordinal);

    private static string Asset(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Espalier.Reports.{name}")
            ?? throw new InvalidOperationException($"The page's part '{name}' is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
