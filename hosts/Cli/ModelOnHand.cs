using Espalier.Checkpoints;
using Espalier.Data;
using Espalier.Models;
using Espalier.Runs;

namespace Espalier.Cli;

/// <summary>The model of a recipe or checkpoint with its data, for commands that do not run the steps.</summary>
/// <param name="Start">The model.</param>
/// <param name="Source">What makes it anew.</param>
/// <param name="Data">The data; null where there are none.</param>
internal sealed record ModelOnHand(ModelStart Start, ModelSource Source, ModelData? Data) : IDisposable
{
    /// <summary>Makes the model, and reads the data where a command needs them.</summary>
    public static ModelOnHand Open(Session session, LoadedRecipe loaded, bool withData, CancellationToken cancellationToken)
    {
        var recipe = loaded.Recipe;
        if (recipe.Threads is { } threads)
        {
            TorchSharp.torch.set_num_threads(threads);
        }

        // What a checkpoint is for is written in it; a family takes what the data have, where they can be read.
        var data = withData && recipe.Data is not null
            ? RunData.Load(recipe.Data, session.Parts, recipe.Model.Checkpoint is { } path ? Checkpoint.ReadMetadata(path).Normalization : null, cancellationToken)
            : null;
        try
        {
            var source = new ModelSource(recipe.Model, RunData.RequestOf(data), recipe.Seed, session.Parts, RunDevice.Of(recipe));
            return new ModelOnHand(source.Make(), source, data);
        }
        catch
        {
            data?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Start.Dispose();
        Data?.Dispose();
    }
}
