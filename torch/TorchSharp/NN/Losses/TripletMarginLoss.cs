using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What anchors lack to lie a margin nearer to positives than to negatives.</summary>
/// <param name="margin">The margin.</param>
/// <param name="p">The norm's exponent.</param>
/// <param name="eps">What keeps the norm from zero.</param>
/// <param name="swap">Whether the positive may take the anchor's place.</param>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public sealed class TripletMarginLoss(
    double margin = 1, long p = 2, double eps = 1E-06, bool swap = false, nn.Reduction reduction = nn.Reduction.Mean)
    : Loss<Tensor, Tensor, Tensor, Tensor>(reduction)
{
    /// <summary>The margin.</summary>
    public double margin { get; } = margin;

    /// <summary>The norm's exponent.</summary>
    public long p { get; } = p;

    /// <summary>What keeps the norm from zero.</summary>
    public double eps { get; } = eps;

    /// <summary>Whether the positive may take the anchor's place.</summary>
    public bool swap { get; } = swap;

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
        nn.functional.triplet_margin_loss(anchor, positive, negative, margin, p, eps, swap, reduction);
}
