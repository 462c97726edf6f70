using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Sets channels of [batch, channels, depth, height, width] to zero in training, at random.</summary>
public sealed class Dropout3d : nn.Module<Tensor, Tensor>
{
    internal Dropout3d(double p, bool inplace)
        : base(nameof(Dropout3d))
    {
        this.p = p;
        this.inplace = inplace;
    }

    /// <summary>How likely a channel is set to zero.</summary>
    public double p { get; set; }

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>Any shape to the same; in evaluation mode the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.dropout3d(tensor, p, training, inplace);
}
