using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Connectionist temporal classification.</summary>
/// <param name="blank">The class for no label.</param>
/// <param name="zero_infinity">Whether infinite losses become zero.</param>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public sealed class CTCLoss(long blank = 0, bool zero_infinity = false, nn.Reduction reduction = nn.Reduction.Mean)
    : Loss<Tensor, Tensor, Tensor, Tensor, Tensor>(reduction)
{
    /// <summary>The class for no label.</summary>
    public long blank { get; } = blank;

    /// <summary>Whether infinite losses become zero.</summary>
    public bool zero_infinity { get; } = zero_infinity;

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths) =>
        nn.functional.ctc_loss(log_probs, targets, input_lengths, target_lengths, blank, zero_infinity, reduction);
}
