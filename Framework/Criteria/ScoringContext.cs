using Espalier.Graphs;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Criteria;

/// <summary>
/// What a criterion may look at: the weights, and what was seen of the data. All tensors are the host's: use them, do not dispose of them or keep them.
/// </summary>
/// <param name="model">The traced model.</param>
/// <param name="structure">Its structure.</param>
public sealed class ScoringContext(TracedModel model, ModelStructure structure)
{
    private readonly Dictionary<string, Tensor> tensors =
        new ModuleNames(model.Module).Tensors.ToDictionary(entry => entry.Name, entry => entry.Tensor, StringComparer.Ordinal);

    private readonly HashSet<string> parameters =
        [.. model.Graphs.SelectMany(graph => graph.Parameters).Where(value => value.Kind == ValueKind.Parameter).Select(value => value.Name)];

    /// <summary>The traced model.</summary>
    public TracedModel Model { get; } = model;

    /// <summary>Its structure.</summary>
    public ModelStructure Structure { get; } = structure;

    /// <summary>The gradients by parameter; null where the criterion did not ask for them.</summary>
    public IReadOnlyDictionary<string, Tensor>? Gradients { get; init; }

    /// <summary>The input norms by parameter; null where the criterion did not ask for them.</summary>
    public IReadOnlyDictionary<string, Tensor>? InputNorms { get; init; }

    /// <summary>The watched values; null where the criterion did not ask for them.</summary>
    public IReadOnlyDictionary<Value, Tensor>? Activations { get; init; }

    /// <summary>The gradients of the watched values; null where the criterion did not ask for them.</summary>
    public IReadOnlyDictionary<Value, Tensor>? ActivationGradients { get; init; }

    /// <summary>How many samples this call is about; 0 where the criterion needs no data.</summary>
    public long Samples { get; init; }

    /// <summary>Whether a name is a parameter's: not a buffer's.</summary>
    public bool IsParameter(string name) => parameters.Contains(name);

    /// <summary>A parameter or buffer by its name in the <c>state_dict</c>.</summary>
    /// <exception cref="CriterionException">The model has none of that name.</exception>
    public Tensor Parameter(string name) => tensors.TryGetValue(name, out var tensor)
        ? tensor
        : throw new CriterionException($"The model has no parameter '{name}'.");

    /// <summary>The gradient of the loss with respect to a parameter: the mean over the samples that this call is about. Same shape as the parameter.</summary>
    /// <exception cref="CriterionException">The criterion did not ask for gradients, or none reached the parameter.</exception>
    public Tensor Gradient(string name) => Find(Gradients, name, nameof(CriterionNeeds.Gradients)) ?? throw new CriterionException(
        $"No gradient reached '{name}': the loss does not depend on it. Give a loss that does, or leave the groups of this parameter out.");

    /// <summary>
    /// The Euclidean norms of the inputs that the elements of a weight are multiplied with, over all positions and samples that this call is about:
    /// broadcasts to the weight's shape.
    /// </summary>
    /// <exception cref="CriterionException">The criterion did not ask for them, or the parameter is not the weight of a linear layer or convolution.</exception>
    public Tensor InputNorm(string name) => Find(InputNorms, name, nameof(CriterionNeeds.InputNorms)) ?? throw new CriterionException(
        $"'{name}' is not the weight of a linear layer or convolution, so its inputs have no norms. Choose a criterion that looks at weights or gradients alone.");

    /// <summary>What a watched value was.</summary>
    /// <exception cref="CriterionException">The criterion does not watch the value.</exception>
    public Tensor Activation(Value value) => Find(Activations, value, nameof(CriterionNeeds.Activations)) ?? throw new CriterionException(
        $"The value '{value}' is not watched. Let the criterion's Watch name it.");

    /// <summary>
    /// The gradient of the mean loss over this call's samples with respect to a watched value, of its shape: what is the sample's own is multiplied by
    /// <see cref="Samples"/> to be that of its own loss.
    /// </summary>
    /// <exception cref="CriterionException">The criterion did not ask for it, or none reached the value.</exception>
    public Tensor ActivationGradient(Value value) => Find(ActivationGradients, value, nameof(CriterionNeeds.ActivationGradients)) ?? throw new CriterionException(
        $"No gradient reached the value '{value}': the loss does not depend on it, or the criterion's Watch does not name it.");

    private static Tensor? Find<T>(IReadOnlyDictionary<T, Tensor>? found, T key, string need) => found is null
        ? throw new CriterionException($"The criterion asks for what was not collected. Let its Needs say {need}.")
        : found.GetValueOrDefault(key);
}
