using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Scaled <see cref="ELU"/> that keeps mean and variance.</summary>
public sealed class SELU : nn.Module<Tensor, Tensor>
{
    internal SELU(bool inplace)
        : base(nameof(SELU)) => this.inplace = inplace;

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>Any shape to the same.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.selu(tensor, inplace);
}
