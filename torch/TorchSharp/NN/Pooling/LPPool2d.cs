using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The p-norm of windows over [batch, channels, height, width].</summary>
public sealed class LPPool2d : nn.Module<Tensor, Tensor>
{
    internal LPPool2d(double norm_type, long[] kernel_size, long[]? stride, bool ceil_mode)
        : base(nameof(LPPool2d))
    {
        this.norm_type = norm_type;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.ceil_mode = ceil_mode;
    }

    /// <summary>The norm's exponent.</summary>
    public double norm_type { get; set; }

    /// <summary>The window's sizes.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The window's steps; null for its sizes.</summary>
    public long[]? stride { get; set; }

    /// <summary>Whether a window may stick out at the end.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>[batch, channels, height, width] to the same with other sizes.</summary>
    public override Tensor forward(Tensor input) => nn.functional.lp_pool2d(input, norm_type, kernel_size, stride, ceil_mode);
}
