using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Angles of similar pairs (1), and what dissimilar ones (-1) have above a margin.</summary>
/// <param name="margin">The margin.</param>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public sealed class CosineEmbeddingLoss(double margin = 0, nn.Reduction reduction = nn.Reduction.Mean)
    : Loss<Tensor, Tensor, Tensor, Tensor>(reduction)
{
    /// <summary>The margin.</summary>
    public double margin { get; } = margin;

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input1, Tensor input2, Tensor target) =>
        nn.functional.cosine_embedding_loss(input1, input2, target, margin, reduction);
}
