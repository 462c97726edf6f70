using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A transposed convolution over [batch, channels, length], or the same without a batch.</summary>
public sealed class ConvTranspose1d : ConvolutionTranspose
{
    internal ConvTranspose1d(
        long inChannels, long outChannels, long[] kernelSize, ConvolutionOptions options, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(ConvTranspose1d), "aten::conv_transpose1d", inChannels, outChannels, kernelSize, options, hasBias, device, dtype)
    {
    }
}
