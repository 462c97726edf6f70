using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Cross entropy of logits and targets, mean over the classes.</summary>
/// <param name="weight">The weights, or null.</param>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public sealed class MultiLabelSoftMarginLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
    : WeightedLoss<Tensor, Tensor, Tensor>(weight, reduction)
{
    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.multilabel_soft_margin_loss(input, target, weight, reduction);
}
