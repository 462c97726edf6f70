using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What all transposed convolutions have.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    private protected ConvolutionTranspose(
        string name, string operation, long inChannels, long outChannels, long[] kernelSize, ConvolutionOptions options, bool hasBias,
        Device? device, ScalarType? dtype)
        : base(name, operation, operation, true, inChannels, outChannels, kernelSize, options, hasBias, device, dtype)
    {
        if (options.PaddingMode != PaddingModes.Zeros)
        {
            throw new ArgumentException("A transposed convolution can be padded with zeros only.");
        }
    }

    /// <summary>[batch, channels, ...] or [channels, ...] to the same with other channels and sizes.</summary>
    public override Tensor forward(Tensor input) => Transposed(input, output_padding);

    /// <summary>The same with a given output size, of those that the stride leaves open.</summary>
    /// <param name="input">[batch, channels, ...] or [channels, ...].</param>
    /// <param name="output_size">The last dimensions of the output.</param>
    public Tensor forward(Tensor input, long[]? output_size) =>
        output_size is null ? forward(input) : Transposed(input, OutputPadding(input.shape, output_size));

    private long[] OutputPadding(long[] inputShape, long[] outputSize)
    {
        var dimensions = kernel_size.Length;
        if (outputSize.Length < dimensions)
        {
            throw new ArgumentException(
                $"The output of {GetName()} has {dimensions} sizes, and {outputSize.Length} were given.", nameof(outputSize));
        }

        var wanted = outputSize[^dimensions..];
        var sizes = inputShape[^dimensions..];
        var result = new long[dimensions];
        for (var d = 0; d < dimensions; d++)
        {
            var smallest = ((sizes[d] - 1) * stride[d]) - (2 * padding![d]) + (dilation[d] * (kernel_size[d] - 1)) + 1;
            result[d] = wanted[d] - smallest;
            if (result[d] < 0 || result[d] >= stride[d])
            {
                throw new ArgumentException(
                    $"Output size {wanted[d]} is not possible in dimension {d}: it can be {smallest} to {smallest + stride[d] - 1}.",
                    nameof(outputSize));
            }
        }

        return result;
    }
}
