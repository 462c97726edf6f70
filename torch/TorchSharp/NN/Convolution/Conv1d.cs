using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A convolution over [batch, channels, length], or the same without a batch.</summary>
public sealed class Conv1d : Convolution
{
    internal Conv1d(
        long inChannels, long outChannels, long[] kernelSize, ConvolutionOptions options, bool hasBias, Device? device, ScalarType? dtype)
        : base(
            nameof(Conv1d), "aten::conv1d", "aten::conv1d.padding", false, inChannels, outChannels, kernelSize, options, hasBias,
            device, dtype)
    {
    }
}
