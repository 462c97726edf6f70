using System.Globalization;
using System.Text;

namespace Espalier.Generators.Plugins.Emission;

/// <summary>Writes JSON values.</summary>
internal static class Json
{
    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    public static string Number(float number) => number.ToString("R", CultureInfo.InvariantCulture);

    public static string Text(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var letter in text)
        {
            json.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' or (>= '\ud800' and <= '\udfff') => "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture),
                _ => letter.ToString(),
            });
        }

        return json.Append('"').ToString();
    }
}
