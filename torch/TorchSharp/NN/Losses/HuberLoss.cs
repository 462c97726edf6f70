using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Squared differences near zero, absolute ones beyond.</summary>
/// <param name="delta">Up to where they are squared.</param>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public sealed class HuberLoss(double delta = 1, nn.Reduction reduction = nn.Reduction.Mean) : Loss<Tensor, Tensor, Tensor>(reduction)
{
    /// <summary>Up to where they are squared.</summary>
    public double delta { get; } = delta;

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.huber_loss(input, target, delta, reduction);
}
