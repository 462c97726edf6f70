using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The mean in windows over [batch, channels, length].</summary>
public sealed class AvgPool1d : nn.Module<Tensor, Tensor>
{
    internal AvgPool1d(long kernel_size, long? stride, long? padding, bool ceil_mode, bool count_include_pad)
        : base(nameof(AvgPool1d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
        this.ceil_mode = ceil_mode;
        this.count_include_pad = count_include_pad;
    }

    /// <summary>The window's size.</summary>
    public long kernel_size { get; set; }

    /// <summary>The window's step; null for its size.</summary>
    public long? stride { get; set; }

    /// <summary>What is added to both sides.</summary>
    public long? padding { get; set; }

    /// <summary>Whether a window may stick out at the end.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Whether padding counts.</summary>
    public bool count_include_pad { get; set; }

    /// <summary>[batch, channels, length] to the same with other sizes.</summary>
    public override Tensor forward(Tensor input) =>
        nn.functional.avg_pool1d(input, kernel_size, stride, padding, ceil_mode, count_include_pad);
}
