using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Moves values towards zero, as far as that.</summary>
public sealed class Softshrink : nn.Module<Tensor, Tensor>
{
    internal Softshrink(double lambda)
        : base(nameof(Softshrink)) => this.lambda = lambda;

    /// <summary>How far.</summary>
    public double lambda { get; set; }

    /// <summary>Any shape to the same.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.softshrink(tensor, lambda);
}
