using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Makes one dimension several.</summary>
public sealed class Unflatten : nn.Module<Tensor, Tensor>
{
    internal Unflatten(long dim, long[] unflattened_size)
        : base(nameof(Unflatten))
    {
        this.dim = dim;
        this.unflattened_size = unflattened_size;
    }

    /// <summary>The dimension.</summary>
    public long dim { get; set; }

    /// <summary>The sizes of the new dimensions; one of them may be -1.</summary>
    public long[] unflattened_size { get; set; }

    /// <summary>Any shape to one with more dimensions.</summary>
    public override Tensor forward(Tensor tensor) => Aten.Call("aten::unflatten.int", tensor, dim, unflattened_size);
}
