using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Cross entropy of logits [batch, classes, ...] and classes, or their probabilities.</summary>
/// <param name="weight">The weights, or null.</param>
/// <param name="ignore_index">A class whose elements do not count.</param>
/// <param name="reduction">What becomes of the losses of all elements.</param>
/// <param name="label_smoothing">How much of a target goes to all classes.</param>
public sealed class CrossEntropyLoss(
    Tensor? weight = null, long? ignore_index = null, nn.Reduction reduction = nn.Reduction.Mean, double label_smoothing = 0)
    : WeightedLoss<Tensor, Tensor, Tensor>(weight, reduction)
{
    /// <summary>A class whose elements do not count.</summary>
    public long? ignore_index { get; } = ignore_index;

    /// <summary>How much of a target goes to all classes.</summary>
    public double label_smoothing { get; } = label_smoothing;

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
}
