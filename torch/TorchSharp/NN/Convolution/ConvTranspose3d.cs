using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A transposed convolution over [batch, channels, depth, height, width], or the same without a batch.</summary>
public sealed class ConvTranspose3d : ConvolutionTranspose
{
    internal ConvTranspose3d(
        long inChannels, long outChannels, long[] kernelSize, ConvolutionOptions options, bool hasBias, Device? device, ScalarType? dtype)
        : base(
            nameof(ConvTranspose3d), "aten::conv_transpose3d.input", inChannels, outChannels, kernelSize, options, hasBias, device, dtype)
    {
    }
}
