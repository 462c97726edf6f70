using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Makes images smaller with more channels.</summary>
public sealed class PixelUnshuffle : nn.Module<Tensor, Tensor>
{
    internal PixelUnshuffle(long downscale_factor)
        : base(nameof(PixelUnshuffle)) => this.downscale_factor = downscale_factor;

    /// <summary>The factor.</summary>
    public long downscale_factor { get; set; }

    /// <summary>[*, channels, height · factor, width · factor] to [*, channels · factor², height, width].</summary>
    public override Tensor forward(Tensor input) => nn.functional.pixel_unshuffle(input, downscale_factor);
}
