namespace Espalier.Recipes;

/// <summary>A single value of a recipe.</summary>
/// <param name="Text">As written, without quotes.</param>
/// <param name="Quoted">Whether it stood in quotes: then it is a text whatever it looks like.</param>
/// <param name="Place">Where it stands.</param>
public sealed record RecipeScalar(string Text, bool Quoted, RecipePlace Place) : RecipeNode(Place)
{
    /// <summary>Whether it is written as nothing: <c>null</c>, <c>~</c> or empty.</summary>
    public bool IsNull => !Quoted && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <inheritdoc/>
    public override string Kind => IsNull ? "nothing" : $"'{Text}'";
}
