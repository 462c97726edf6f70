using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The identity except around zero, where it is zero.</summary>
public sealed class Hardshrink : nn.Module<Tensor, Tensor>
{
    internal Hardshrink(double lambda)
        : base(nameof(Hardshrink)) => this.lambda = lambda;

    /// <summary>Where it starts to be zero.</summary>
    public double lambda { get; set; }

    /// <summary>Any shape to the same.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.hardshrink(tensor, lambda);
}
