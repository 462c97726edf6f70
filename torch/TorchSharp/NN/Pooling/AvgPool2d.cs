using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The mean in windows over [batch, channels, height, width].</summary>
public sealed class AvgPool2d : nn.Module<Tensor, Tensor>
{
    internal AvgPool2d(long[] kernel_size, long[]? stride, long[]? padding, bool ceil_mode, bool count_include_pad, long? divisor_override)
        : base(nameof(AvgPool2d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
        this.ceil_mode = ceil_mode;
        this.count_include_pad = count_include_pad;
        this.divisor_override = divisor_override;
    }

    /// <summary>The window's sizes.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The window's steps; null for its sizes.</summary>
    public long[]? stride { get; set; }

    /// <summary>What is added to both sides.</summary>
    public long[]? padding { get; set; }

    /// <summary>Whether a window may stick out at the end.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Whether padding counts.</summary>
    public bool count_include_pad { get; set; }

    /// <summary>What sums are divided by, if not by the window's size.</summary>
    public long? divisor_override { get; set; }

    /// <summary>[batch, channels, height, width] to the same with other sizes.</summary>
    public override Tensor forward(Tensor input) =>
        nn.functional.avg_pool2d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
}
