using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Hinge loss of one class for each input.</summary>
/// <param name="p">The exponent, 1 or 2.</param>
/// <param name="margin">The margin.</param>
/// <param name="weight">The weights, or null.</param>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public sealed class MultiMarginLoss(int p = 1, double margin = 1, Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
    : WeightedLoss<Tensor, Tensor, Tensor>(weight, reduction)
{
    /// <summary>The exponent, 1 or 2.</summary>
    public int p { get; } = p;

    /// <summary>The margin.</summary>
    public double margin { get; } = margin;

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.multi_margin_loss(input, target, p, margin, weight, reduction);
}
