using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What anchors lack to lie a margin nearer to positives than to negatives, by any distance.</summary>
/// <param name="distance">The distance; null for Euclid's.</param>
/// <param name="margin">The margin.</param>
/// <param name="swap">Whether the positive may take the anchor's place.</param>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public sealed class TripletMarginWithDistanceLoss(
    Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1, bool swap = false, nn.Reduction reduction = nn.Reduction.Mean)
    : Loss<Tensor, Tensor, Tensor, Tensor>(reduction)
{
    /// <summary>The distance; null for Euclid's.</summary>
    public Func<Tensor, Tensor, Tensor>? distance { get; } = distance;

    /// <summary>The margin.</summary>
    public double margin { get; } = margin;

    /// <summary>Whether the positive may take the anchor's place.</summary>
    public bool swap { get; } = swap;

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
        nn.functional.triplet_margin_with_distance_loss(anchor, positive, negative, distance, margin, swap, reduction);
}
