using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One half of a dimension times the logistic function of the other.</summary>
public sealed class GLU : nn.Module<Tensor, Tensor>
{
    internal GLU(long dim)
        : base(nameof(GLU)) => this.dim = dim;

    /// <summary>The dimension.</summary>
    public long dim { get; set; }

    /// <summary>Halves that dimension.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.glu(tensor, dim);
}
