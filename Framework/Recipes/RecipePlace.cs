using System.Globalization;

namespace Espalier.Recipes;

/// <summary>A place in a recipe.</summary>
/// <param name="File">The file, or what the text came from.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Path">The way there: <c>steps[0].channel.ratio</c>; empty at the root.</param>
public readonly record struct RecipePlace(string File, int Line, int Column, string Path = "")
{
    /// <summary>The same place, further down the path.</summary>
    public RecipePlace At(string path) => this with { Path = path };

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column}){(Path.Length == 0 ? "" : " " + Path)}");
}
