namespace Espalier.Recipes;

/// <summary>Checks the parts that a recipe names without making them.</summary>
public interface IPartChecker
{
    /// <summary>Checks that there is such a part and that its options are right. What is wrong, and the parts that its options name, go into the report.</summary>
    void Check(PartReference part, RecipeReport report);
}
