namespace Espalier.Recipes;

/// <summary>One entry of a mapping.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
/// <param name="Place">Where the key stands.</param>
public sealed record RecipeEntry(string Key, RecipeNode Value, RecipePlace Place);
