using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary><see cref="Softmax"/> of the negative values.</summary>
public sealed class Softmin : nn.Module<Tensor, Tensor>
{
    internal Softmin(long dim)
        : base(nameof(Softmin)) => this.dim = dim;

    /// <summary>The dimension.</summary>
    public long dim { get; set; }

    /// <summary>Any shape to the same.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.softmin(tensor, dim);
}
