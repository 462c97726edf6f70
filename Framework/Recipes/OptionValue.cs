namespace Espalier.Recipes;

/// <summary>Reads a piece of a recipe as a value. What it cannot read it reports, and gives any value back.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="node">The piece.</param>
/// <param name="report">Where errors go.</param>
public delegate T OptionValue<out T>(RecipeNode node, RecipeReport report);
