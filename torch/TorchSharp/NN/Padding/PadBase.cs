using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What all padding modules have.</summary>
public abstract class PadBase : nn.Module<Tensor, Tensor>
{
    private readonly PaddingModes mode;

    private protected PadBase(string name, PaddingModes mode, double value, params long[] padding)
        : base(name)
    {
        this.mode = mode;
        this.value = value;
        this.padding = padding;
    }

    /// <summary>Before and after the last dimension, before and after the one before it, and so on; negative numbers cut off.</summary>
    public long[] padding { get; set; }

    /// <summary>The value, where one is added.</summary>
    public double value { get; set; }

    /// <summary>[batch, channels, ...] to the same with other sizes.</summary>
    public override Tensor forward(Tensor input) => nn.functional.pad(input, padding, mode, value);
}
