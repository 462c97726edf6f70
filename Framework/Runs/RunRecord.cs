using Espalier.Checkpoints;
using Espalier.Recipes;

namespace Espalier.Runs;

/// <summary>What a run is: all that its results depend on. A run is resumed with the same.</summary>
/// <param name="Recipe">The recipe, with what the command line changed in it.</param>
/// <param name="Threads">How many threads compute: sums are added up in another order with another number.</param>
/// <param name="Weights">The SHA-256 of the file that the model came from; null where its weights are random.</param>
/// <param name="Espalier">The version of the framework.</param>
/// <param name="Plugins">The plugins that were there.</param>
internal sealed record RunRecord(RecipeNode Recipe, int Threads, string? Weights, string Espalier, IReadOnlyList<PluginVersion> Plugins)
{
    public const int CurrentVersion = 1;

    /// <summary>The version of the format.</summary>
    public int Version { get; init; } = CurrentVersion;
}
