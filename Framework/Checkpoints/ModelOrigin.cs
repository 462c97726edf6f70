using Espalier.Models;
using Espalier.Recipes;

namespace Espalier.Checkpoints;

/// <summary>What makes a model's architecture anew: its family, the family's options, and what the data asked for.</summary>
/// <param name="Family">The family's name.</param>
/// <param name="Options">The options as the recipe gave them; null where it gave none.</param>
/// <param name="Request">What the data asked for.</param>
public sealed record ModelOrigin(string Family, RecipeNode? Options, ModelRequest Request);
