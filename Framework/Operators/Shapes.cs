namespace Espalier.Operators;

/// <summary>What operators compute about shapes, with messages that say which sizes do not fit.</summary>
internal static class Shapes
{
    /// <summary>A shape in brackets.</summary>
    public static string Text(IEnumerable<long> shape) => $"[{string.Join(", ", shape)}]";

    /// <summary>The shape to which all shapes broadcast.</summary>
    public static long[] Broadcast(params IEnumerable<IReadOnlyList<long>> shapes)
    {
        var all = shapes.ToArray();
        var result = new long[all.Max(shape => shape.Count)];
        Array.Fill(result, 1);
        foreach (var shape in all)
        {
            for (var i = 0; i < shape.Count; i++)
            {
                ref var size = ref result[result.Length - shape.Count + i];
                if (size != shape[i] && size != 1 && shape[i] != 1)
                {
                    throw new ArgumentException(
                        $"the shapes {string.Join(" and ", all.Select(Text))} do not broadcast: {size} and {shape[i]} meet at dimension {i - shape.Count}.");
                }

                size = size == 1 ? shape[i] : size;
            }
        }

        return result;
    }

    /// <summary>Fails unless a shape broadcasts to the one given.</summary>
    public static void MustBroadcastTo(IReadOnlyList<long> shape, IReadOnlyList<long> wanted)
    {
        if (!Broadcast(shape, wanted).AsSpan().SequenceEqual([.. wanted]))
        {
            throw new ArgumentException($"the shape {Text(shape)} does not broadcast to {Text(wanted)}.");
        }
    }

    /// <summary>A dimension counted from the start.</summary>
    public static int Dimension(long dimension, int rank)
    {
        var limit = Math.Max(rank, 1);
        return dimension >= -limit && dimension < limit
            ? (int)(dimension < 0 ? dimension + limit : dimension)
            : throw new ArgumentException($"there is no dimension {dimension} among {rank}.");
    }

    /// <summary>Dimensions counted from the start; all of them where none are given.</summary>
    public static int[] DimensionsOf(IReadOnlyList<long> dimensions, int rank)
    {
        int[] result = dimensions.Count == 0 ? [.. Enumerable.Range(0, rank)] : [.. dimensions.Select(d => Dimension(d, rank))];
        return result.Distinct().Count() == result.Length
            ? result
            : throw new ArgumentException($"the dimensions {Text(dimensions)} name one twice.");
    }

    /// <summary>The shape without some dimensions, or with ones in their place.</summary>
    public static long[] Reduce(IReadOnlyList<long> shape, IReadOnlyCollection<int> dimensions, bool keep) =>
        keep
            ? [.. shape.Select((size, i) => dimensions.Contains(i) ? 1 : size)]
            : [.. shape.Where((_, i) => !dimensions.Contains(i))];

    /// <summary>The shape with one size replaced.</summary>
    public static long[] With(IReadOnlyList<long> shape, int dimension, long size)
    {
        long[] result = [.. shape];
        result[dimension] = size;
        return result;
    }

    /// <summary>Fails unless the tensor has the number of dimensions wanted.</summary>
    public static void MustHaveRank(string what, IReadOnlyList<long> shape, params ReadOnlySpan<int> ranks)
    {
        if (!ranks.Contains(shape.Count))
        {
            throw new ArgumentException($"{what} has shape {Text(shape)}: it needs {string.Join(" or ", ranks.ToArray())} dimensions.");
        }
    }

    /// <summary>Fails unless a size is the one wanted.</summary>
    public static void MustBe(string what, long size, long wanted, string because)
    {
        if (size != wanted)
        {
            throw new ArgumentException($"{what} is {size}, but {because} is {wanted}.");
        }
    }
}
