using System.Text;

namespace Espalier.Weights;

/// <summary>Text out of a file, fit for a message.</summary>
internal static class Printable
{
    private const int Longest = 120;

    /// <summary>The text in quotes, short, and without characters that do something to a terminal.</summary>
    public static string Quote(string text)
    {
        var result = new StringBuilder("'");
        foreach (var character in text.Length > Longest ? text[..Longest] : text)
        {
            result.Append(char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E')
                ? '?'
                : character);
        }

        return result.Append(text.Length > Longest ? "...'" : "'").ToString();
    }
}
