using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Makes images larger out of their channels.</summary>
public sealed class PixelShuffle : nn.Module<Tensor, Tensor>
{
    internal PixelShuffle(long upscale_factor)
        : base(nameof(PixelShuffle)) => this.upscale_factor = upscale_factor;

    /// <summary>The factor.</summary>
    public long upscale_factor { get; set; }

    /// <summary>[*, channels · factor², height, width] to [*, channels, height · factor, width · factor].</summary>
    public override Tensor forward(Tensor input) => nn.functional.pixel_shuffle(input, upscale_factor);
}
