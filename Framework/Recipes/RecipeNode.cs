namespace Espalier.Recipes;

/// <summary>A piece of a recipe as it was written, with its place.</summary>
/// <param name="Place">Where it begins.</param>
public abstract record RecipeNode(RecipePlace Place)
{
    /// <summary>What it is, for messages: <c>text</c>, <c>list</c>, <c>mapping</c>.</summary>
    public abstract string Kind { get; }
}
