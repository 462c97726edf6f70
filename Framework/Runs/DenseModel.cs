using Espalier.Checkpoints;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Weights;

namespace Espalier.Runs;

/// <summary>
/// The model that others are compared with and learn from: as the recipe names it or, where its first steps only train, as they left it.
/// </summary>
/// <param name="source">Makes the model of the recipe.</param>
/// <param name="path">Where the weights are kept that steps have trained; there is no such file before.</param>
/// <param name="attends">Whether the model attends.</param>
internal sealed class DenseModel(ModelSource source, string path, bool attends)
{
    /// <summary>Whether the model attends.</summary>
    public bool Attends => attends;

    /// <summary>Makes it; it is the caller's.</summary>
    public TracedModel Make()
    {
        var model = source.MakeCut(null);
        if (File.Exists(path))
        {
            ModelTensors.LoadWeights(path, model.Module);
        }

        return model;
    }

    /// <summary>Keeps the weights of a model that steps have trained and none has cut.</summary>
    public void Keep(TracedModel model, WeightMasks masks) => SafetensorsWriter.Write(path, ModelTensors.Of(model.Module, masks));
}
