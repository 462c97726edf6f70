using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The base of losses with two arguments and weights.</summary>
/// <param name="weight">The weights, of classes or of elements; not a part of the module.</param>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public abstract class WeightedLoss<T1, T2, TResult>(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
    : Loss<T1, T2, TResult>(reduction)
{
    /// <summary>The weights, or null.</summary>
    public Tensor? weight { get; } = weight;
}
