namespace Espalier.Recipes;

/// <summary>Makes a <see cref="Recipe"/> of what was read, and checks all that can be checked before anything runs.</summary>
/// <param name="parts">Checks the parts that the recipe names; null to leave them unchecked.</param>
public sealed class RecipeBinder(IPartChecker? parts = null)
{
    /// <summary>The key by which a JSON file names its schema for editors.</summary>
    internal const string SchemaKey = "$schema";

    /// <summary>Binds a recipe. Paths in a file count from the file's folder, those of <c>--set</c> from the working folder.</summary>
    /// <exception cref="RecipeException">Something is wrong with it; all errors at once, each with its place.</exception>
    public Recipe Bind(RecipeNode root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var report = new RecipeReport();
        var recipe = RecipeBinding.Bind(new OptionReader(root is RecipeMap map ? WithoutSchema(map) : root, report));
        for (var next = 0; parts is not null && next < report.Parts.Count; next++)
        {
            // The options of a part may name parts of their own, which the report then lists too.
            parts.Check(report.Parts[next], report);
        }

        report.ThrowIfAny();
        return recipe.Name.Length > 0 ? recipe : recipe with { Name = NameOf(root.Place.File) };
    }

    private static string NameOf(string? file) => Path.GetFileNameWithoutExtension(file) is { Length: > 0 } name ? name : "recipe";

    private static RecipeMap WithoutSchema(RecipeMap map) => map with { Entries = [.. map.Entries.Where(entry => entry.Key != SchemaKey)] };
}
