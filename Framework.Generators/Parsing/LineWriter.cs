using Espalier.Generators.Model;

namespace Espalier.Generators.Parsing;

/// <summary>Collects the lines of a body.</summary>
internal sealed class LineWriter
{
    private readonly List<CodeLine> lines = [];
    private int indent;
    private bool startsParagraph;

    public EquatableArray<CodeLine> Lines => lines.ToEquatable();

    /// <summary>Adds a statement; line breaks in it are kept, with what spaces follow them.</summary>
    public void Write(string text)
    {
        if (startsParagraph && lines.Count > 0 && lines[lines.Count - 1].Text is not ("{" or ""))
        {
            lines.Add(new CodeLine(0, ""));
        }

        startsParagraph = false;
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.TrimStart(' ');
            lines.Add(new CodeLine(indent + ((line.Length - trimmed.Length) / 4), trimmed));
        }
    }

    /// <summary>Says that an empty line comes before what is written next.</summary>
    public void Paragraph(bool starts) => startsParagraph |= starts;

    /// <summary>Adds braces around what the action adds.</summary>
    public void Block(Action content)
    {
        Write("{");
        indent++;
        content();
        indent--;
        startsParagraph = false;
        Write("}");
    }

    public void Indented(Action content)
    {
        indent++;
        content();
        indent--;
    }

    /// <summary>The lines as one text, for a body inside an expression.</summary>
    public override string ToString() => string.Join("\n", lines.Select(line => new string(' ', line.Indent * 4) + line.Text));
}
