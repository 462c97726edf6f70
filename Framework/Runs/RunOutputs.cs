using Espalier.Recipes;

namespace Espalier.Runs;

/// <summary>What a recipe may ask a run to write.</summary>
public static class RunOutputs
{
    /// <summary>The model at the end.</summary>
    public const string Checkpoint = "checkpoint";

    /// <summary>All cuts as one plan.</summary>
    public const string Plan = "plan";

    /// <summary>The report for people.</summary>
    public const string Report = "report";

    /// <summary>All there are.</summary>
    public static IReadOnlyList<string> All { get; } = [Checkpoint, Plan, Report];

    /// <summary>Checks what a recipe asks for.</summary>
    /// <exception cref="RecipeException">It asks for something else.</exception>
    public static void Check(Recipe recipe, RecipeNode source)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        if (recipe.Outputs.Except(All).FirstOrDefault() is { } unknown)
        {
            var place = (source as RecipeMap)?.Find("outputs") is RecipeList list
                ? list.Items.FirstOrDefault(item => item is RecipeScalar scalar && scalar.Text == unknown)?.Place ?? list.Place
                : source.Place;
            throw new RecipeException(place, $"There is no output '{unknown}'.{CloseNames.Hint(unknown, All)}");
        }
    }
}
