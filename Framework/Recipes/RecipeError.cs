namespace Espalier.Recipes;

/// <summary>One error of a recipe.</summary>
/// <param name="Place">Where.</param>
/// <param name="Message">The cause and the way out.</param>
public sealed record RecipeError(RecipePlace Place, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Place == default ? Message : $"{Place}: {Message}";
}
