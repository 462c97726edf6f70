using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Absolute differences, squared near zero.</summary>
/// <param name="reduction">What becomes of the losses of all elements.</param>
/// <param name="beta">Up to where they are squared.</param>
public sealed class SmoothL1Loss(nn.Reduction reduction = nn.Reduction.Mean, double beta = 1) : Loss<Tensor, Tensor, Tensor>(reduction)
{
    /// <summary>Up to where they are squared.</summary>
    public double beta { get; } = beta;

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.smooth_l1_loss(input, target, reduction, beta);
}
