using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The logistic function by straight lines.</summary>
public sealed class Hardsigmoid : nn.Module<Tensor, Tensor>
{
    internal Hardsigmoid(bool inplace)
        : base(nameof(Hardsigmoid)) => this.inplace = inplace;

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>Any shape to the same.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.hardsigmoid(tensor, inplace);
}
