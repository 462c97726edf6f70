namespace Espalier.Recipes;

/// <summary>A part that a recipe names, wherever in it.</summary>
/// <param name="Contract">The interface that the part is wanted for.</param>
/// <param name="Kind">What recipes call such a part: <c>criterion</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Options">Its options, unread.</param>
/// <param name="Place">Where it is named.</param>
public sealed record PartReference(Type Contract, string Kind, string Name, RecipeNode Options, RecipePlace Place);
