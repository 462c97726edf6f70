namespace TorchSharp.Modules;

/// <summary>How a convolution moves over its input, for each dimension.</summary>
internal sealed record ConvolutionOptions(
    long[] Stride, long[]? Padding, Padding? NamedPadding, long[] Dilation, long Groups, PaddingModes PaddingMode,
    long[]? OutputPadding = null)
{
    /// <summary>libtorch's name of a padding.</summary>
    public static string NameOf(Padding padding) => padding == TorchSharp.Padding.Same ? "same" : "valid";
}
