using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Over the array's own memory where neither dtype nor device ask for a copy; the array is kept alive and pinned.</summary>
    internal static Tensor Lend<T>(T[] array, ReadOnlySpan<long> shape, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        where T : unmanaged
    {
        if (shape.ToArray().TotalSize() != array.LongLength)
        {
            throw new ArgumentException($"{array.LongLength} values cannot fill a tensor of shape [{string.Join(", ", shape.ToArray())}].");
        }

        var tensor = array.Length == 0
            ? Aten.Call("aten::empty.memory_format", shape.ToArray(), TypeOf<T>())
            : new Tensor(PinnedMemory.Lend(array, shape, (int)TypeOf<T>()));
        if ((dtype is { } type && type != TypeOf<T>()) || device is { type: not DeviceType.CPU })
        {
            using var lent = tensor;
            tensor = Aten.Call("aten::_to_copy", lent, dtype ?? TypeOf<T>(), Arg.None, device ?? CPU);
        }

        return requires_grad ? tensor.requires_grad_() : tensor;
    }

    /// <summary>A copy of the values.</summary>
    internal static Tensor Copy<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requires_grad)
        where T : unmanaged => Lend(values.ToArray(), shape, dtype, device, requires_grad);
}
