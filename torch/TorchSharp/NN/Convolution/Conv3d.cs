using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A convolution over [batch, channels, depth, height, width], or the same without a batch.</summary>
public sealed class Conv3d : Convolution
{
    internal Conv3d(
        long inChannels, long outChannels, long[] kernelSize, ConvolutionOptions options, bool hasBias, Device? device, ScalarType? dtype)
        : base(
            nameof(Conv3d), "aten::conv3d", "aten::conv3d.padding", false, inChannels, outChannels, kernelSize, options, hasBias,
            device, dtype)
    {
    }
}
