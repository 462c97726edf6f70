using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>An image out of overlapping windows, which are added up.</summary>
public sealed class Fold : nn.Module<Tensor, Tensor>
{
    internal Fold((long, long) output_size, (long, long) kernel_size, (long, long) dilation, (long, long) padding, (long, long) stride)
        : base(nameof(Fold))
    {
        this.output_size = output_size;
        this.kernel_size = kernel_size;
        this.dilation = dilation;
        this.padding = padding;
        this.stride = stride;
    }

    /// <summary>The image's size.</summary>
    public (long, long) output_size { get; set; }

    /// <summary>The window's size.</summary>
    public (long, long) kernel_size { get; set; }

    /// <summary>The distances between the window's elements.</summary>
    public (long, long) dilation { get; set; }

    /// <summary>What is added to both sides.</summary>
    public (long, long) padding { get; set; }

    /// <summary>The window's steps.</summary>
    public (long, long) stride { get; set; }

    /// <summary>[batch, channels · window, windows] to [batch, channels, height, width].</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.fold(tensor, output_size, kernel_size, dilation, padding, stride);
}
