using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary><c>x · tanh(softplus(x))</c>.</summary>
public sealed class Mish : nn.Module<Tensor, Tensor>
{
    internal Mish(bool inplace)
        : base(nameof(Mish)) => this.inplace = inplace;

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>Any shape to the same.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.mish(tensor, inplace);
}
