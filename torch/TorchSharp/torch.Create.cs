using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor over the array's own memory, in its dimensions, unless dtype or device ask for a copy.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => LendArray(rawArray, null, device, false);

    /// <summary>A tensor over the array's own memory, in its dimensions, unless dtype or device ask for a copy.</summary>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false) =>
        LendArray(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor over the array's own memory, in its dimensions, unless dtype or device ask for a copy.</summary>
    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => LendArray(data, dtype, device, false);

    /// <summary>A tensor of one dimension over the array's own memory, unless dtype or device ask for a copy.</summary>
    /// <typeparam name="T">A number type that tensors hold, or bool.</typeparam>
    public static Tensor as_tensor<T>(T[] rawArray, ScalarType? dtype = null, Device? device = null)
        where T : unmanaged =>
        Lend(rawArray, [rawArray.LongLength], dtype, device);

    /// <summary>A tensor of one dimension with the values.</summary>
    /// <typeparam name="T">A number type that tensors hold, or bool.</typeparam>
    public static Tensor as_tensor<T>(IList<T> rawArray, ScalarType? dtype = null, Device? device = null)
        where T : unmanaged =>
        as_tensor(rawArray as T[] ?? rawArray.ToArray(), dtype, device);

    /// <summary>The tensor itself, with another dtype or on another device where they are given.</summary>
    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null) =>
        data.to(dtype ?? data.dtype, device ?? data.device);

    /// <summary>A tensor of one dimension over the array's memory, converted to dtype.</summary>
    /// <param name="rawArray">Where the values are.</param>
    /// <param name="dtype">The dtype of the tensor; if it is not the array's, the result is a copy.</param>
    /// <param name="count">How many elements; all after the offset by default.</param>
    /// <param name="offset">The first element.</param>
    /// <param name="requires_grad">Whether gradients flow to the tensor.</param>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        var length = count < 0 ? rawArray.LongLength - offset : count;
        if (length < 0 || length > rawArray.LongLength - offset)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), count, $"The array has {rawArray.LongLength} elements, of which {offset} are left out.");
        }

        using var whole = OverMemory(rawArray, [rawArray.LongLength]);
        using var part = whole.narrow(0, offset, length);
        return Finish(part.to_type(dtype), requires_grad);
    }

    /// <summary>Over the array's own memory where neither dtype nor device ask for a copy; the array is kept alive and pinned.</summary>
    internal static Tensor Lend<T>(
        T[] array, ReadOnlySpan<long> shape, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        where T : unmanaged => Convert(OverMemory(array, shape), dtype, device, requires_grad);

    /// <summary>A copy of the values.</summary>
    internal static Tensor Copy<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requires_grad)
        where T : unmanaged => Lend(values.ToArray(), shape, dtype, device, requires_grad);

    /// <summary>A tensor over the array's own memory, in the dimensions given.</summary>
    internal static Tensor OfArray(Array array, ReadOnlySpan<long> shape, bool requires_grad) =>
        Finish(OverMemory(array, shape), requires_grad);

    private static Tensor LendArray(Array array, ScalarType? dtype, Device? device, bool requires_grad)
    {
        var shape = new long[array.Rank];
        for (var d = 0; d < shape.Length; d++)
        {
            shape[d] = array.GetLongLength(d);
        }

        return Convert(OverMemory(array, shape), dtype, device, requires_grad);
    }

    private static Tensor OverMemory(Array array, ReadOnlySpan<long> shape)
    {
        var type = TypeOf(array.GetType().GetElementType()!);
        var count = 1L;
        foreach (var size in shape)
        {
            count *= size;
        }

        if (count != array.LongLength)
        {
            throw new ArgumentException($"{array.LongLength} values cannot fill a tensor of shape [{string.Join(", ", shape.ToArray())}].");
        }

        return count == 0
            ? Aten.Call("aten::empty.memory_format", shape.ToArray(), type)
            : new Tensor(PinnedMemory.Lend(array, shape, (int)type));
    }

    private static Tensor Convert(Tensor lent, ScalarType? dtype, Device? device, bool requires_grad)
    {
        var type = lent.dtype;
        var target = dtype ?? type;
        if (target == type && device is null or { type: DeviceType.CPU })
        {
            return Finish(lent, requires_grad);
        }

        using (lent)
        {
            return Finish(Aten.Call("aten::_to_copy", lent, target, Arg.None, Usable(device) ?? CPU), requires_grad);
        }
    }
}
