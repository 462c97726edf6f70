using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A transposed convolution over [batch, channels, height, width], or the same without a batch.</summary>
public sealed class ConvTranspose2d : ConvolutionTranspose
{
    internal ConvTranspose2d(
        long inChannels, long outChannels, long[] kernelSize, ConvolutionOptions options, bool hasBias, Device? device, ScalarType? dtype)
        : base(
            nameof(ConvTranspose2d), "aten::conv_transpose2d.input", inChannels, outChannels, kernelSize, options, hasBias, device, dtype)
    {
    }
}
