using System.Net;
using System.Text;

namespace Espalier.Reports;

/// <summary>Writes elements. All text and all values of attributes pass through here, and nothing gets by unescaped.</summary>
internal sealed class HtmlBuilder
{
    private readonly StringBuilder text = new();
    private readonly Stack<string> open = new();

    /// <summary>Begins an element.</summary>
    public HtmlBuilder Open(string tag, params (string Name, string? Value)[] attributes)
    {
        Start(tag, attributes).Append('>');
        open.Push(tag);
        return this;
    }

    /// <summary>Ends the innermost element.</summary>
    public HtmlBuilder Close()
    {
        text.Append("</").Append(open.Pop()).Append('>');
        return this;
    }

    /// <summary>Writes text.</summary>
    public HtmlBuilder Text(string content)
    {
        text.Append(Escape(content));
        return this;
    }

    /// <summary>Writes an element that holds text.</summary>
    public HtmlBuilder Element(string tag, string content, params (string Name, string? Value)[] attributes) => Open(tag, attributes).Text(content).Close();

    /// <summary>The text so far.</summary>
    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public override string ToString() => open.Count == 0 ? text.ToString() : throw new InvalidOperationException($"<{open.Peek()}> is still open.");

    /// <summary>Text that can stand in an element or in a quoted attribute.</summary>
    public static string Escape(string content) => WebUtility.HtmlEncode(string.Concat(content.Select(Visible)));

    private StringBuilder Start(string tag, (string Name, string? Value)[] attributes)
    {
        text.Append('<').Append(tag);
        foreach (var (name, value) in attributes.Where(attribute => attribute.Value is not null))
        {
            text.Append(' ').Append(name).Append("=\"").Append(Escape(value!)).Append('"');
        }

        return text;
    }

    // Control characters cannot stand in a page, and those that turn the direction of writing can make a name look like another.
    private static char Visible(char character) => character switch
    {
        '\n' or '\t' => character,
        '\r' => '\n',
        _ when char.IsControl(character) || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF' => '\uFFFD',
        _ => character,
    };
}
