using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Negative log-likelihood of normal distributions.</summary>
/// <param name="full">Whether the constant term counts.</param>
/// <param name="eps">The least variance.</param>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public sealed class GaussianNLLLoss(bool full = false, float eps = 1E-08f, nn.Reduction reduction = nn.Reduction.Mean)
    : Loss<Tensor, Tensor, Tensor, Tensor>(reduction)
{
    /// <summary>Whether the constant term counts.</summary>
    public bool full { get; } = full;

    /// <summary>The least variance.</summary>
    public float eps { get; } = eps;

    /// <summary>The loss.</summary>
    public override Tensor forward(Tensor input, Tensor target, Tensor variance) =>
        nn.functional.gaussian_nll_loss(input, target, variance, full, eps, reduction);
}
