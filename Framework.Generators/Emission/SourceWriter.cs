using System.Text;
using Espalier.Generators.Model;

namespace Espalier.Generators.Emission;

/// <summary>Writes indented lines, with the same line end everywhere.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder text = new();
    private int indent;

    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            text.Append(' ', indent * 4).Append(line);
        }

        text.Append('\n');
    }

    public void Lines(IEnumerable<CodeLine> lines)
    {
        foreach (var line in lines)
        {
            text.Append(' ', line.Text.Length == 0 ? 0 : (indent + line.Indent) * 4).Append(line.Text).Append('\n');
        }
    }

    public void Block(string header, Action content, string end = "")
    {
        Line(header);
        Line("{");
        indent++;
        content();
        indent--;
        Line("}" + end);
    }

    public void Indented(Action content)
    {
        indent++;
        content();
        indent--;
    }

    public override string ToString() => text.ToString();
}
