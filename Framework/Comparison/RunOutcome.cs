using System.Text.Json;
using Espalier.Checkpoints;
using Espalier.Recipes;
using Espalier.Reports;
using Espalier.Runs;

namespace Espalier.Comparison;

/// <summary>What was run and what came of it.</summary>
/// <param name="Folder">The run's folder.</param>
/// <param name="Recipe">The recipe, with what the command line changed in it.</param>
/// <param name="Report">The results.</param>
public sealed record RunOutcome(string Folder, RecipeNode Recipe, RunReport Report)
{
    /// <summary>Reads the folder of a run that is done.</summary>
    /// <exception cref="RunException">It holds no such run.</exception>
    public static RunOutcome Read(string folder)
    {
        var (exists, isDone) = RunFolder.Look(folder);
        if (!exists || !isDone)
        {
            throw new RunException(exists
                ? $"The run in {folder} is not done, so there is nothing to compare. Go on with it with --resume, or leave it out."
                : $"There is no run in {folder}. Name the folders of runs, such as runs/first.");
        }

        return new RunOutcome(folder, ReadRecipe(Path.Combine(folder, "run.json")), RunResults.Read(Path.Combine(folder, "report.json")));
    }

    private static RecipeNode ReadRecipe(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), CheckpointJsonContext.Default.RunRecord)?.Recipe ?? throw new JsonException("it is empty");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new RunException($"{path}: this is no record of a run ({error.Message}). Leave the run out.", error);
        }
    }
}
