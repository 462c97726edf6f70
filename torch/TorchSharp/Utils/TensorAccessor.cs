using System.Collections;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>A tensor's elements as .NET values, in the order of its indices whatever its strides. Writing through it changes the tensor.</summary>
/// <typeparam name="T">The elements' .NET type.</typeparam>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly Tensor tensor;
    private readonly Tensor? copy;
    private readonly long[] shape;
    private readonly long[] strides;
    private readonly T* start;

    internal TensorAccessor(Tensor tensor)
    {
        // A tensor on another device is read from a copy.
        copy = tensor.is_cpu() ? null : tensor.cpu();
        copy?.DetachFromDisposeScope();
        this.tensor = tensor;
        var source = copy ?? tensor;
        shape = source.shape;
        strides = source.stride();
        start = (T*)source.DataPointer();
        Count = source.numel();
    }

    /// <summary>The number of elements.</summary>
    public long Count { get; }

    /// <summary>Always false; writing to the copy of a tensor on another device is refused when it is tried.</summary>
    public bool IsReadOnly => false;

    /// <summary>One element by its indices.</summary>
    public T this[params long[] indices]
    {
        get => start[Offset(indices)];
        set
        {
            if (copy is not null)
            {
                throw new InvalidOperationException($"Elements of a tensor on {tensor.device} cannot be set one by one: use copy_.");
            }

            start[Offset(indices)] = value;
        }
    }

    /// <summary>All elements.</summary>
    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array);
        return array;
    }

    /// <summary>Copies the elements into an array.</summary>
    /// <param name="array">Where to.</param>
    /// <param name="arrayIndex">The first index written.</param>
    /// <param name="tensorIndex">The first element read.</param>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array.AsSpan(arrayIndex);
        if (IsContiguous)
        {
            new ReadOnlySpan<T>(start + tensorIndex, checked((int)(Count - tensorIndex))).CopyTo(target);
            return;
        }

        var position = 0;
        foreach (var value in Enumerate(tensorIndex))
        {
            target[position++] = value;
        }
    }

    /// <summary>Sets the elements from an array.</summary>
    /// <param name="array">Where from.</param>
    /// <param name="arrayIndex">The first index read.</param>
    /// <param name="tensorIndex">The first element written.</param>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var count = Math.Min(array.LongLength - arrayIndex, Count - tensorIndex);
        var indices = IndexOf(tensorIndex);
        for (var i = 0L; i < count; i++, Advance(indices))
        {
            this[indices] = array[arrayIndex + i];
        }
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => Enumerate(0).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Lets go of the copy, if one was made; the tensor stays.</summary>
    public void Dispose() => copy?.Dispose();

    private bool IsContiguous => (copy ?? tensor).is_contiguous();

    private long Offset(ReadOnlySpan<long> indices)
    {
        if (indices.Length != shape.Length)
        {
            throw new ArgumentException($"{indices.Length} indices were given for {tensor}.");
        }

        var offset = 0L;
        for (var d = 0; d < indices.Length; d++)
        {
            offset += (ulong)indices[d] < (ulong)shape[d]
                ? indices[d] * strides[d]
                : throw new IndexOutOfRangeException($"Index {indices[d]} of dimension {d} is outside {tensor}.");
        }

        return offset;
    }

    private IEnumerable<T> Enumerate(long first)
    {
        var indices = IndexOf(first);
        for (var i = first; i < Count; i++, Advance(indices))
        {
            yield return this[indices];
        }

        GC.KeepAlive(tensor);
    }

    private long[] IndexOf(long element)
    {
        var indices = new long[shape.Length];
        for (var d = shape.Length - 1; d >= 0 && shape[d] > 0; d--)
        {
            (element, indices[d]) = Math.DivRem(element, shape[d]);
        }

        return indices;
    }

    private void Advance(long[] indices)
    {
        for (var d = shape.Length - 1; d >= 0; d--)
        {
            if (++indices[d] < shape[d])
            {
                return;
            }

            indices[d] = 0;
        }
    }
}
