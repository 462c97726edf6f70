using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Espalier.Generators.Parsing;

/// <summary>Names in generated code.</summary>
internal static class Identifiers
{
    /// <summary>The name with an @ where it is a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
            || SyntaxFacts.GetContextualKeywordKind(name) is SyntaxKind.AwaitKeyword or SyntaxKind.FieldKeyword
            ? "@" + name
            : name;

    /// <summary>A number as code writes it, whatever the culture.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>num_heads</c> and <c>_numHeads</c> both become <c>NumHeads</c>.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder();
        var upper = true;
        foreach (var letter in name)
        {
            if (letter is '_' or '.' or '@')
            {
                upper = true;
                continue;
            }

            text.Append(upper ? char.ToUpperInvariant(letter) : letter);
            upper = false;
        }

        return text.Length == 0 ? "Value" : text.ToString();
    }

    /// <summary>The first of some names that is not taken.</summary>
    public static string Free(ICollection<string> taken, params string[] names)
    {
        foreach (var name in names)
        {
            if (!taken.Contains(name))
            {
                return name;
            }
        }

        for (var number = 2; ; number++)
        {
            var name = names[0] + Number(number);
            if (!taken.Contains(name))
            {
                return name;
            }
        }
    }
}
