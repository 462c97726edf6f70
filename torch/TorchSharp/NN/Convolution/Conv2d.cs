using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A convolution over [batch, channels, height, width], or the same without a batch.</summary>
public sealed class Conv2d : Convolution
{
    internal Conv2d(
        long inChannels, long outChannels, long[] kernelSize, ConvolutionOptions options, bool hasBias, Device? device, ScalarType? dtype)
        : base(
            nameof(Conv2d), "aten::conv2d", "aten::conv2d.padding", false, inChannels, outChannels, kernelSize, options, hasBias,
            device, dtype)
    {
    }
}
