using System.Buffers;
using System.Globalization;

namespace Espalier.Recipes;

/// <summary>A place in a recipe.</summary>
/// <param name="File">The file, or what the text came from.</param>
/// <param name="Line">The line, from 1; 0 where there are no lines.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Path">The way there: <c>steps[0].channel.ratio</c>; empty at the root.</param>
public readonly record struct RecipePlace(string File, int Line, int Column, string Path = "")
{
    private static readonly SearchValues<char> Special = SearchValues.Create(".[]\"= \t\n");

    /// <summary>The same place, further down the path.</summary>
    public RecipePlace At(string path) => this with { Path = path };

    /// <summary>The place of a mapping's entry, as far as it is known: that of the mapping.</summary>
    public RecipePlace Child(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var isPlain = key.Length > 0 && !key.AsSpan().ContainsAny(Special);
        return At((Path, isPlain) switch
        {
            (_, false) => $"{Path}[\"{key}\"]",
            (null or "", _) => key,
            _ => $"{Path}.{key}",
        });
    }

    /// <summary>The place of a list's item, as far as it is known: that of the list.</summary>
    public RecipePlace Item(int index) => At(string.Create(CultureInfo.InvariantCulture, $"{Path}[{index}]"));

    /// <inheritdoc/>
    public override string ToString()
    {
        var position = Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"({Line},{Column})") : "";
        return string.Join(' ', new[] { File + position, Path }.Where(text => !string.IsNullOrEmpty(text)));
    }
}
