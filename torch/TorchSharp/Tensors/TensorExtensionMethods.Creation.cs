using static TorchSharp.torch;

namespace TorchSharp;

/// <content>Numbers and arrays to tensors.</content>
public static partial class TensorExtensionMethods
{
    /// <summary>A tensor with a copy of the values, in the dimensions given.</summary>
    /// <exception cref="ArgumentException">No tensor holds elements of that type.</exception>
    public static Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false) =>
        OfArray((Array)rawArray.Clone(), dimensions, requires_grad);

    /// <summary>A tensor of no dimensions with the value.</summary>
    /// <exception cref="ArgumentException">No tensor holds such a value.</exception>
    public static Tensor ToTensor<T>(this T scalar, Device? device = null, bool requires_grad = false)
        where T : struct
    {
        using var one = OfArray(new[] { scalar }, [], false);
        return one.to(device ?? CPU, copy: true).requires_grad_(requires_grad);
    }

    /// <summary>The sizes of all dimensions, as 32-bit integers.</summary>
    public static ReadOnlySpan<int> IntShape(this Tensor tensor) => Array.ConvertAll(tensor.shape, size => checked((int)size));
}
