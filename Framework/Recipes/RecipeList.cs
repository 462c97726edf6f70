namespace Espalier.Recipes;

/// <summary>A list of a recipe.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Place">Where it begins.</param>
public sealed record RecipeList(IReadOnlyList<RecipeNode> Items, RecipePlace Place) : RecipeNode(Place)
{
    /// <inheritdoc/>
    public override string Kind => "a list";
}
