using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Cross entropy of logits and targets between 0 and 1.</summary>
/// <param name="weight">The weights, or null.</param>
/// <param name="reduction">What becomes of the losses of all elements.</param>
/// <param name="pos_weights">The weights of positive targets, or null.</param>
public sealed class BCEWithLogitsLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean, Tensor? pos_weights = null)
    : WeightedLoss<Tensor, Tensor, Tensor>(weight, reduction)
{
    /// <summary>The weights of positive targets, or null.</summary>
    public Tensor? pos_weights { get; } = pos_weights;

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.binary_cross_entropy_with_logits(input, target, weight, reduction, pos_weights);
}
