using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The largest value in windows over [batch, channels, length].</summary>
public sealed class MaxPool1d : nn.Module<Tensor, Tensor>
{
    internal MaxPool1d(long kernel_size, long? stride, long? padding, long? dilation, bool ceil_mode)
        : base(nameof(MaxPool1d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
        this.dilation = dilation;
        this.ceil_mode = ceil_mode;
    }

    /// <summary>The window's size.</summary>
    public long kernel_size { get; set; }

    /// <summary>The window's step; null for its size.</summary>
    public long? stride { get; set; }

    /// <summary>What is added to both sides.</summary>
    public long? padding { get; set; }

    /// <summary>The distance between the window's elements.</summary>
    public long? dilation { get; set; }

    /// <summary>Whether a window may stick out at the end.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>[batch, channels, length] to the same with other sizes.</summary>
    public override Tensor forward(Tensor input) => nn.functional.max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode);

    /// <summary>Also gives where the values were, as indices into the flattened last dimension.</summary>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        nn.functional.max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
}
