using Espalier.Recipes;

namespace Espalier.Cli;

/// <summary>A recipe that was read.</summary>
/// <param name="Recipe">The recipe.</param>
/// <param name="Source">It as it was read, with the changes of the command line.</param>
/// <param name="File">Its file; null where there is none.</param>
internal sealed record LoadedRecipe(Recipe Recipe, RecipeNode Source, string? File);
