using Espalier.Checkpoints;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Planning;

namespace Espalier.Runs;

/// <summary>The model that a run begins with. It is the caller's.</summary>
/// <param name="Model">The model with its graphs and weights.</param>
/// <param name="Masks">The masks that its weights are held to.</param>
/// <param name="Origin">What makes its architecture, before any cut.</param>
/// <param name="Plan">The cuts that it came with; null where it was whole.</param>
public sealed record ModelStart(TracedModel Model, WeightMasks Masks, ModelOrigin Origin, PruningPlan? Plan) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Masks.Dispose();
        Model.Module.Dispose();
    }
}
