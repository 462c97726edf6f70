using System.Text.Json;
using Spectre.Console;

namespace Espalier.Cli.Output;

/// <summary>Prints results on the standard output.</summary>
/// <param name="format">How.</param>
/// <param name="output">Where to.</param>
internal sealed class Printer(OutputFormat format, TextWriter output)
{
    /// <summary>How results are printed.</summary>
    public OutputFormat Format { get; } = format;

    /// <summary>Prints a text as it is.</summary>
    public void Text(string text) => output.Write(text.EndsWith('\n') ? text : text + "\n");

    /// <summary>Prints JSON.</summary>
    /// <param name="write">Writes one value.</param>
    public void Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            write(json);
        }

        Text(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    /// <summary>Prints a table; cells are taken as they are, never as markup.</summary>
    /// <param name="columns">Heads; those that begin with '>' are aligned to the right.</param>
    /// <param name="rows">The cells, row by row.</param>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in columns)
        {
            var made = new TableColumn(Markup.Escape(column.TrimStart('>')));
            made.NoWrap = column != columns[^1];
            table.AddColumn(column.StartsWith('>') ? made.RightAligned() : made);
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        // A file or a pipe has no width of its own.
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = 160;
        }

        console.Write(table);
    }
}
