using System.Globalization;
using System.Text;

namespace Espalier.Reports;

/// <summary>A report's headline for a terminal, in plain characters.</summary>
public static class ReportText
{
    /// <summary>The sentence, the table, the goals and the warnings.</summary>
    public static string Write(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{report.Title}\n{Headline.Sentence(report)}\n\n");
        var rows = Headline.Rows(report);
        if (rows.Count > 0)
        {
            AppendTable(text, [["", "before", "after", ""], .. rows.Select(row => (string[])[row.Measure, Cell(row.Before, row.SpreadBefore), Cell(row.After, row.SpreadAfter), row.Change])]);
            AppendNotes(text, rows);
        }

        string[][] goals = [.. report.Steps.SelectMany((step, index) => step.Goals.Select(goal => Goal(index, step, goal)))];
        if (goals.Length > 0)
        {
            text.Append('\n');
            AppendTable(text, [["step", "goal", "asked", "achieved", ""], .. goals]);
        }

        foreach (var warning in report.Warnings)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nwarning: {warning}");
        }

        return Plain(text.ToString().TrimEnd('\n') + "\n");
    }

    private static string[] Goal(int index, ReportStep step, AskedAchieved goal) =>
    [
        $"{index + 1} {step.Name}", goal.Goal, With(goal.Asked, goal.Unit), With(goal.Achieved, goal.Unit), goal.IsMet ? "met" : "missed",
    ];

    private static string With(double value, string? unit) => Numbers.Digits(value) + (unit is null ? "" : $" {unit}");

    private static void AppendTable(StringBuilder text, string[][] rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (var row in rows)
        {
            text.Append(("  " + string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column])))).TrimEnd()).Append('\n');
        }
    }

    private static void AppendNotes(StringBuilder text, IReadOnlyList<HeadlineRow> rows)
    {
        text.Append('\n');
        foreach (var row in rows.Where(row => row.Note.Length > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {row.Measure}: {row.Note}\n");
        }
    }

    // Names come from files: nothing in them may move a cursor or colour a terminal.
    private static string Plain(string text) => string.Concat(text.Select(character => character switch
    {
        '×' => 'x',
        '−' => '-',
        '\n' => '\n',
        _ when char.IsControl(character) => '?',
        _ => character,
    })).Replace("±0", "0", StringComparison.Ordinal);

    private static string Cell(string value, string spread) => spread.Length == 0 ? value : $"{value} ({spread})";
}
