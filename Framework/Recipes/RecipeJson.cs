using System.Text.Json;
using Espalier.Checkpoints;

namespace Espalier.Recipes;

/// <summary>Recipes as JSON with keys in order: the same recipe gives the same text, however it was written.</summary>
public static class RecipeJson
{
    /// <summary>Writes a recipe or a piece of one.</summary>
    public static string Write(RecipeNode node) => JsonSerializer.Serialize(node, CheckpointJsonContext.Default.RecipeNode);
}
