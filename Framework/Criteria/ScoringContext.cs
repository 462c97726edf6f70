using Espalier.Graphs;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Criteria;

/// <summary>What a criterion may look at. All tensors are the host's: use them, do not dispose of them or keep them.</summary>
/// <param name="model">The traced model.</param>
/// <param name="structure">Its structure.</param>
/// <param name="parameters">Its parameters and buffers by name.</param>
/// <param name="gradients">
/// The gradients by parameter: one per batch where the criterion asked for <see cref="CriterionNeeds.GradientsPerBatch"/>, else one in all.
/// </param>
/// <param name="activations">The calibration batches' values, by the value's id in the evaluation graph, for the values that were asked for.</param>
public sealed class ScoringContext(
    TracedModel model,
    ModelStructure structure,
    IReadOnlyDictionary<string, Tensor> parameters,
    IReadOnlyDictionary<string, IReadOnlyList<Tensor>>? gradients = null,
    Func<Value, IEnumerable<Tensor>>? activations = null)
{
    /// <summary>The traced model.</summary>
    public TracedModel Model { get; } = model;

    /// <summary>Its structure.</summary>
    public ModelStructure Structure { get; } = structure;

    /// <summary>A parameter or buffer by its name in the <c>state_dict</c>.</summary>
    /// <exception cref="CriterionException">The model has none of that name.</exception>
    public Tensor Parameter(string name) => parameters.TryGetValue(name, out var tensor)
        ? tensor
        : throw new CriterionException($"The model has no parameter '{name}'.");

    /// <summary>The gradients with respect to a parameter.</summary>
    /// <exception cref="CriterionException">The criterion did not ask for gradients, or none reached the parameter.</exception>
    public IReadOnlyList<Tensor> Gradients(string name) => gradients is not null && gradients.TryGetValue(name, out var found)
        ? found
        : throw new CriterionException(
            $"There is no gradient for '{name}'. Let the criterion's Needs say so, and see that the parameter takes part in the loss.");

    /// <summary>The values that one tensor of the graph had, batch by batch. Each is valid until the next is asked for.</summary>
    /// <exception cref="CriterionException">The criterion did not ask for activations.</exception>
    public IEnumerable<Tensor> Activations(Value value) =>
        (activations ?? throw new CriterionException("There are no activations. Let the criterion's Needs say so."))(value);
}
