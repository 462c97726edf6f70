using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Logistic loss of targets 1 and -1.</summary>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public sealed class SoftMarginLoss(nn.Reduction reduction = nn.Reduction.Mean) : Loss<Tensor, Tensor, Tensor>(reduction)
{
    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.soft_margin_loss(input, target, reduction);
}
