using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Absolute differences.</summary>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public sealed class L1Loss(nn.Reduction reduction = nn.Reduction.Mean) : Loss<Tensor, Tensor, Tensor>(reduction)
{
    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.l1_loss(input, target, reduction);
}
