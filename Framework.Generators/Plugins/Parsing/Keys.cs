using System.Text;

namespace Espalier.Generators.Plugins.Parsing;

/// <summary>Names in recipes.</summary>
internal static class Keys
{
    /// <summary><c>RoundTo</c> becomes <c>round-to</c>, <c>QkRatio</c> <c>qk-ratio</c>, <c>NHWC</c> <c>nhwc</c>.</summary>
    public static string Kebab(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord && text[text.Length - 1] != '-')
            {
                text.Append('-');
            }

            text.Append(name[i] == '_' ? '-' : char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>Whether a text is a key: lower case, digits and single hyphens.</summary>
    public static bool IsKey(string text) =>
        text.Length > 0 && text.All(c => c is '-' or (>= 'a' and <= 'z') or (>= '0' and <= '9')) && text[0] != '-' && text[text.Length - 1] != '-';

    /// <summary>Whether a text is a part's name: a key that may also hold colons and dots.</summary>
    public static bool IsPartName(string text) =>
        text.Length > 0 && text.All(c => c is '-' or ':' or '.' or (>= 'a' and <= 'z') or (>= '0' and <= '9')) && text[0] is not ('-' or ':' or '.')
        && text[text.Length - 1] is not (':' or '.');
}
