using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary><c>x / (1 + |x|)</c>.</summary>
public sealed class Softsign : nn.Module<Tensor, Tensor>
{
    internal Softsign(bool inplace)
        : base(nameof(Softsign)) => this.inplace = inplace;

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>Any shape to the same.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.softsign(tensor, inplace);
}
