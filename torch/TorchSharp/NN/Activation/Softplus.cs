using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary><c>log(1 + exp(beta · x)) / beta</c>.</summary>
public sealed class Softplus : nn.Module<Tensor, Tensor>
{
    internal Softplus(double beta, double threshold)
        : base(nameof(Softplus))
    {
        this.beta = beta;
        this.threshold = threshold;
    }

    /// <summary>How sharply it bends.</summary>
    public double beta { get; set; }

    /// <summary>Linear above this.</summary>
    public double threshold { get; set; }

    /// <summary>Any shape to the same.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.softplus(tensor, beta, threshold);
}
