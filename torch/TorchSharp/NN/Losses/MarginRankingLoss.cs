using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the first of two inputs lacks to lie a margin above the second (1), or below (-1).</summary>
/// <param name="margin">The margin.</param>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public sealed class MarginRankingLoss(double margin = 0, nn.Reduction reduction = nn.Reduction.Mean)
    : Loss<Tensor, Tensor, Tensor, Tensor>(reduction)
{
    /// <summary>The margin.</summary>
    public double margin { get; } = margin;

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input1, Tensor input2, Tensor target) =>
        nn.functional.margin_ranking_loss(input1, input2, target, margin, reduction);
}
