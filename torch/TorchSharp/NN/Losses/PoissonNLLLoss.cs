using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Negative log-likelihood of Poisson distributions.</summary>
/// <param name="log_input">Whether inputs are logarithms.</param>
/// <param name="full">Whether the constant term counts.</param>
/// <param name="eps">What keeps the logarithm from zero.</param>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public sealed class PoissonNLLLoss(bool log_input = true, bool full = false, float eps = 1E-08f, nn.Reduction reduction = nn.Reduction.Mean)
    : Loss<Tensor, Tensor, Tensor>(reduction)
{
    /// <summary>Whether inputs are logarithms.</summary>
    public bool log_input { get; } = log_input;

    /// <summary>Whether the constant term counts.</summary>
    public bool full { get; } = full;

    /// <summary>What keeps the logarithm from zero.</summary>
    public float eps { get; } = eps;

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.poisson_nll_loss(input, target, log_input, full, eps, reduction);
}
