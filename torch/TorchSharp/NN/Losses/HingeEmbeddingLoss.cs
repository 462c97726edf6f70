using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Distances of similar pairs (1), and what dissimilar ones (-1) lack of a margin.</summary>
/// <param name="margin">The margin.</param>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public sealed class HingeEmbeddingLoss(double margin = 0, nn.Reduction reduction = nn.Reduction.Mean)
    : Loss<Tensor, Tensor, Tensor>(reduction)
{
    /// <summary>The margin.</summary>
    public double margin { get; } = margin;

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.hinge_embedding_loss(input, target, margin, reduction);
}
