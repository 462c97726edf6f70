namespace Espalier.Weights;

/// <summary>Sizes that a file claims, before anything is allocated by them.</summary>
internal static class TensorShape
{
    private const int MostDimensions = 64;

    /// <summary>The number of elements; null if no tensor can have such a shape.</summary>
    public static long? Elements(ReadOnlySpan<long> shape)
    {
        if (shape.Length > MostDimensions)
        {
            return null;
        }

        // Zeros are left out of the bound: strides are computed from the other sizes too.
        var (elements, bound) = (1L, (UInt128)1);
        foreach (var size in shape)
        {
            bound *= (UInt128)Math.Max(size, 1);
            if (size < 0 || bound > long.MaxValue / 16)
            {
                return null;
            }

            elements *= size;
        }

        return elements;
    }

    /// <summary>Whether elements with these strides lie one after the other.</summary>
    public static bool IsContiguous(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides)
    {
        var expected = 1L;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            if (shape[i] == 1)
            {
                continue;
            }

            if (strides[i] != expected)
            {
                return false;
            }

            expected *= shape[i];
        }

        return true;
    }

    /// <summary>How many elements of the storage a tensor reaches over, from its first to its last; null if that is no number.</summary>
    public static long? Reach(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides)
    {
        var last = (Int128)0;
        for (var i = 0; i < shape.Length; i++)
        {
            if (strides[i] < 0)
            {
                return null;
            }

            if (shape[i] == 0)
            {
                return 0;
            }

            last += (Int128)(shape[i] - 1) * strides[i];
        }

        return last < long.MaxValue ? (long)last + 1 : null;
    }

    /// <summary>The shape as text.</summary>
    public static string Text(IEnumerable<long> shape) => $"[{string.Join(", ", shape)}]";
}
