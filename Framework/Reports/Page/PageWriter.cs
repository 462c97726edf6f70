using System.Globalization;

namespace Espalier.Reports;

/// <summary>Writes the body of a report's page, from the sentence at its top to the recipe at its end.</summary>
internal sealed class PageWriter
{
    private readonly HtmlBuilder html = new();
    private readonly FigureWriter figures;
    private readonly RunReport report;

    public PageWriter(RunReport report)
    {
        this.report = report;
        figures = new FigureWriter(html);
    }

    /// <summary>The figures that the page's script draws.</summary>
    public IReadOnlyList<Plot> Drawn => figures.Drawn;

    /// <summary>Writes the body.</summary>
    public string Write()
    {
        ReportSection[] before = [.. TradeOffSection.Of(report), .. WidthSection.Of(report)];
        ReportSection[] after = [.. AttentionSection.Of(report), .. SensitivitySection.Of(report)];
        string[] steps = [.. report.Steps.Select((step, index) => $"Step {index + 1}: {step.Name}")];
        Head([.. before.Select(section => section.Title), .. report.Graph is null ? [] : (string[])["The graph"], .. after.Select(section => section.Title), .. steps, "How this was made"]);
        html.Open("main");
        foreach (var section in before)
        {
            Section(section);
        }

        if (report.Graph is not null)
        {
            Graph();
        }

        foreach (var section in after)
        {
            Section(section);
        }

        foreach (var (step, title) in report.Steps.Zip(steps))
        {
            Step(step, title);
        }

        Origin();
        html.Close();
        return html.ToString();
    }

    private void Head(IReadOnlyList<string> titles)
    {
        html.Open("header").Element("p", string.Create(CultureInfo.InvariantCulture, $"{report.Model} · {report.Started:yyyy-MM-dd HH:mm} · {report.Environment.Machine}"), ("class", "kicker"));
        html.Element("h1", report.Title).Element("p", Headline.Sentence(report).Replace(" %", "\u00A0%", StringComparison.Ordinal), ("class", "lead"));
        HeadlineTable(Headline.Rows(report));
        if (report.Warnings.Count > 0)
        {
            html.Open("aside", ("class", "warnings"), ("aria-label", "Warnings")).Element("h2", "Before you believe the numbers").Open("ul");
            foreach (var warning in report.Warnings)
            {
                html.Element("li", warning);
            }

            html.Close().Close();
        }

        html.Open("nav", ("aria-label", "Contents"));
        foreach (var (title, index) in titles.Select((title, index) => (title, index)))
        {
            html.Element("a", title, ("href", $"#{Anchor(title)}"));
        }

        html.Close().Close();
    }

    private void HeadlineTable(IReadOnlyList<HeadlineRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        html.Open("table", ("class", "headline")).Open("thead").Open("tr");
        foreach (var name in (string[])["Measure", "Before", "After", "Change"])
        {
            html.Element("th", name, ("scope", "col"));
        }

        html.Close().Close().Open("tbody");
        foreach (var row in rows)
        {
            html.Open("tr").Open("th", ("scope", "row")).Text(row.Measure);
            if (row.Note.Length > 0)
            {
                html.Element("small", row.Note);
            }

            html.Close();
            Cell("Before", row.Before, row.SpreadBefore);
            Cell("After", row.After, row.SpreadAfter);
            html.Open("td", ("data-label", "Change")).Element("strong", row.Change);
            if (row.Kept is { } kept)
            {
                html.Open("span", ("class", "left"), ("title", $"{Numbers.Share(kept)} of before"));
                html.Open("i", ("style", string.Create(CultureInfo.InvariantCulture, $"width:{Math.Clamp(kept * 100, 0, 100):0.##}%"))).Close().Close();
                html.Element("small", $"{Numbers.Share(kept)} of before");
            }

            html.Close().Close();
        }

        html.Close().Close();
    }

    private void Cell(string label, string value, string spread)
    {
        html.Open("td", ("data-label", label)).Text(value);
        if (spread.Length > 0)
        {
            html.Element("small", spread);
        }

        html.Close();
    }

    private void Section(ReportSection section)
    {
        html.Open("section", ("id", Anchor(section.Title))).Element("h2", section.Title);
        Content(section);
        html.Close();
    }

    private void Content(ReportSection section)
    {
        if (section.Text.Length > 0)
        {
            html.Element("p", section.Text, ("class", "intro"));
        }

        figures.Write(section.Plots);
    }

    private void Graph()
    {
        html.Open("section", ("id", Anchor("The graph"))).Element("h2", "The graph");
        html.Element(
            "p",
            "The layers in the order in which they run; curves on the left join those that are not neighbours. Marked layers lost inputs or outputs: the bar shows how much of the layer's weight is left.",
            ("class", "intro"));
        html.Open("div", ("id", "graph")).Close().Close();
    }

    private void Step(ReportStep step, string title)
    {
        html.Open("section", ("id", Anchor(title))).Element("h2", title);
        html.Element("p", step.Seconds is { } seconds ? $"{step.Summary} It took {Numbers.Duration(seconds)}." : step.Summary, ("class", "intro"));
        var plots = StepSection.Plots(step).ToList();
        figures.Write([.. plots.Where(plot => plot is not HistogramPlot)]);
        if (plots.Any(plot => plot is HistogramPlot))
        {
            html.Element("h3", "Importance of the units, group by group");
            html.Element("p", "How the criterion scored the units before the last cut. Bars left of the line were cut; the fewer units lie near the line, the clearer the choice.", ("class", "intro"));
            figures.Write([.. plots.Where(plot => plot is HistogramPlot)]);
        }

        foreach (var section in step.Sections)
        {
            if (section.IsCollapsed)
            {
                html.Open("details", ("class", "section")).Element("summary", section.Title);
            }
            else
            {
                html.Open("div").Element("h3", section.Title);
            }

            Content(section);
            html.Close();
        }

        html.Close();
    }

    private void Origin()
    {
        html.Open("section", ("id", Anchor("How this was made"))).Element("h2", "How this was made").Open("dl");
        foreach (var (name, value) in Facts())
        {
            html.Element("dt", name).Element("dd", value);
        }

        html.Close();
        if (report.Recipe is { } recipe)
        {
            html.Element("h3", "The recipe").Element("pre", recipe);
        }

        html.Close();
    }

    private IEnumerable<(string Name, string Value)> Facts()
    {
        var environment = report.Environment;
        yield return ("Model", report.Model);
        yield return ("Started", report.Started.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture));
        if (report.Seconds is { } seconds)
        {
            yield return ("Took", Numbers.Duration(seconds));
        }

        yield return ("Machine", $"{environment.Machine}; cores: {environment.Cores}, threads: {environment.Threads}");
        yield return ("Versions", string.Join(", ", environment.Versions.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}")));
        yield return ("MACs", report.MacConvention);
        if (report.Evaluation is { } evaluation)
        {
            yield return ("Accuracy, loss", evaluation);
        }

        if (report.Command is { } command)
        {
            yield return ("Command", command);
        }
    }

    // Ids are of our own titles and step numbers only as far as letters and digits go.
    private static string Anchor(string title) => string.Concat(title.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
}
