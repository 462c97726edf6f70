using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Cross entropy of probabilities and targets between 0 and 1.</summary>
/// <param name="weight">The weights, or null.</param>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public sealed class BCELoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
    : WeightedLoss<Tensor, Tensor, Tensor>(weight, reduction)
{
    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.binary_cross_entropy(input, target, weight, reduction);
}
