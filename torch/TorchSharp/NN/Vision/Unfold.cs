using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The windows of an image as columns.</summary>
public sealed class Unfold : nn.Module<Tensor, Tensor>
{
    internal Unfold((long, long) kernel_size, (long, long) dilation, (long, long) padding, (long, long) stride)
        : base(nameof(Unfold))
    {
        this.kernel_size = kernel_size;
        this.dilation = dilation;
        this.padding = padding;
        this.stride = stride;
    }

    /// <summary>The window's size.</summary>
    public (long, long) kernel_size { get; set; }

    /// <summary>The distances between the window's elements.</summary>
    public (long, long) dilation { get; set; }

    /// <summary>What is added to both sides.</summary>
    public (long, long) padding { get; set; }

    /// <summary>The window's steps.</summary>
    public (long, long) stride { get; set; }

    /// <summary>[batch, channels, height, width] to [batch, channels · window, windows].</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.unfold(tensor, kernel_size, dilation, padding, stride);
}
