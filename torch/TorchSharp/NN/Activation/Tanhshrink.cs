using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary><c>x - tanh(x)</c>.</summary>
public sealed class Tanhshrink : nn.Module<Tensor, Tensor>
{
    internal Tanhshrink(bool inplace)
        : base(nameof(Tanhshrink)) => this.inplace = inplace;

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>Any shape to the same.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.tanhshrink(tensor, inplace);
}
