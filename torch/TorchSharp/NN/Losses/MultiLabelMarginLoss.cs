using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Hinge loss of several classes for each input, which end with -1.</summary>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public sealed class MultiLabelMarginLoss(nn.Reduction reduction = nn.Reduction.Mean) : Loss<Tensor, Tensor, Tensor>(reduction)
{
    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.multi_label_margin_loss(input, target, reduction);
}
