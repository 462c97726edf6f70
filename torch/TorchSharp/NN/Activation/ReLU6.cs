using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Rectified linear, up to 6.</summary>
public sealed class ReLU6 : nn.Module<Tensor, Tensor>
{
    internal ReLU6(bool inplace)
        : base(nameof(ReLU6)) => this.inplace = inplace;

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>Any shape to the same.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.relu6(tensor, inplace);
}
