namespace Espalier.Recipes;

/// <summary>A mapping of a recipe.</summary>
/// <param name="Entries">Its entries in the order in which they were written; no key twice.</param>
/// <param name="Place">Where it begins.</param>
public sealed record RecipeMap(IReadOnlyList<RecipeEntry> Entries, RecipePlace Place) : RecipeNode(Place)
{
    /// <inheritdoc/>
    public override string Kind => "a mapping";

    /// <summary>The value of a key; null if it is not there.</summary>
    public RecipeNode? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;
}
