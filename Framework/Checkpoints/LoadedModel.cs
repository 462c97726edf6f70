using Espalier.Graphs;
using Espalier.Methods;

namespace Espalier.Checkpoints;

/// <summary>A model from a checkpoint, as it was saved. It is the caller's.</summary>
/// <param name="Model">The model with its graphs, cut as the plan says, with its weights.</param>
/// <param name="Masks">The masks that its weights are held to.</param>
/// <param name="Metadata">What the file says beside the tensors.</param>
public sealed record LoadedModel(TracedModel Model, WeightMasks Masks, CheckpointMetadata Metadata) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Masks.Dispose();
        Model.Module.Dispose();
    }
}
