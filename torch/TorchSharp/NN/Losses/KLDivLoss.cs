using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Kullback-Leibler divergence of log-probabilities from targets.</summary>
/// <param name="log_target">Whether targets are log-probabilities too.</param>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public sealed class KLDivLoss(bool log_target = true, nn.Reduction reduction = nn.Reduction.Mean) : Loss<Tensor, Tensor, Tensor>(reduction)
{
    /// <summary>Whether targets are log-probabilities too.</summary>
    public bool log_target { get; } = log_target;

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.kl_div(input, target, log_target, reduction);
}
