using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Criteria;

/// <summary>What one pass through the model, or several together, showed.</summary>
/// <param name="Gradients">The gradients by parameter.</param>
/// <param name="InputSquares">By weight, the sums of the squares of the inputs that its elements are multiplied with.</param>
/// <param name="Activations">The watched values.</param>
/// <param name="ActivationGradients">Their gradients.</param>
internal sealed record CalibrationResult(
    IReadOnlyDictionary<string, Tensor> Gradients, IReadOnlyDictionary<string, Tensor> InputSquares, IReadOnlyDictionary<Value, Tensor> Activations,
    IReadOnlyDictionary<Value, Tensor> ActivationGradients);
