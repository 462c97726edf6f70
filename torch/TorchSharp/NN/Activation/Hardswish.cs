using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary><see cref="SiLU"/> by straight lines.</summary>
public sealed class Hardswish : nn.Module<Tensor, Tensor>
{
    internal Hardswish(bool inplace)
        : base(nameof(Hardswish)) => this.inplace = inplace;

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>Any shape to the same.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.hardswish(tensor, inplace);
}
