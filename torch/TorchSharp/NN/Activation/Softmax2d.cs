using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary><see cref="Softmax"/> over the channels of images.</summary>
public sealed class Softmax2d : nn.Module<Tensor, Tensor>
{
    internal Softmax2d()
        : base(nameof(Softmax2d))
    {
    }

    /// <summary>[batch, channels, height, width] to the same.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.softmax2d(tensor);
}
