namespace Espalier.Labels;

/// <summary>
/// Labels over one or more dimensions of a value: one label per coordinate of those dimensions together, in row-major order. A reshape of D
/// into (heads, width) leaves a field over both; most fields are over one dimension.
/// </summary>
/// <param name="Dimensions">The dimensions, ascending.</param>
/// <param name="Sizes">Their sizes.</param>
/// <param name="Labels">One label per coordinate; a label may occur more than once.</param>
/// <param name="Ragged">
/// The dimension along which different rows may keep different coordinates (equally many), because the memory under it is one flat dimension; -1 where
/// rows must keep the same.
/// </param>
internal sealed record LabelField(int[] Dimensions, int[] Sizes, int[] Labels, int Ragged = -1)
{
    /// <summary>Whether it is over one dimension only.</summary>
    public bool IsFlat => Dimensions.Length == 1;

    /// <summary>A field over one dimension.</summary>
    public static LabelField Flat(int dimension, int[] labels) => new([dimension], [labels.Length], labels);

    /// <summary>The position of a dimension among <see cref="Dimensions"/>, or -1.</summary>
    public int PositionOf(int dimension) => Array.IndexOf(Dimensions, dimension);

    /// <summary>The same labels over renumbered dimensions; a label moves with its coordinate.</summary>
    public LabelField Renumber(Func<int, int> newDimension)
    {
        var renumbered = Array.ConvertAll(Dimensions, d => newDimension(d));
        if (renumbered.Length == 1 || IsAscending(renumbered))
        {
            return new LabelField(renumbered, Sizes, Labels, Ragged < 0 ? -1 : newDimension(Ragged));
        }

        var order = Enumerable.Range(0, renumbered.Length).OrderBy(i => renumbered[i]).ToArray();
        return new LabelField(
            [.. order.Select(i => renumbered[i])], [.. order.Select(i => Sizes[i])], Permuted(order),
            Ragged < 0 ? -1 : newDimension(Ragged));
    }

    /// <summary>The labels with the dimensions in another order: the new i-th is the old order[i]-th.</summary>
    public int[] Permuted(IReadOnlyList<int> order)
    {
        if (order.Select((p, i) => p == i).All(same => same))
        {
            return Labels;
        }

        var strides = Strides(Sizes);
        var sizes = order.Select(i => Sizes[i]).ToArray();
        var steps = order.Select(i => strides[i]).ToArray();
        var result = new int[Labels.Length];
        var index = new int[sizes.Length];
        var source = 0;
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = Labels[source];
            for (var d = sizes.Length - 1; d >= 0; d--)
            {
                source += steps[d];
                if (++index[d] < sizes[d])
                {
                    break;
                }

                source -= steps[d] * sizes[d];
                index[d] = 0;
            }
        }

        return result;
    }

    /// <summary>
    /// The labels as lines: result[i] holds all labels whose coordinate on the kept dimensions is i (row-major), the others run through their range.
    /// </summary>
    public int[][] Lines(IReadOnlyList<int> keptDimensions)
    {
        var kept = keptDimensions.Select(PositionOf).ToArray();
        var others = Enumerable.Range(0, Dimensions.Length).Where(p => !kept.Contains(p));
        var ordered = Permuted([.. kept, .. others]);
        var count = kept.Aggregate(1, (total, p) => total * Sizes[p]);
        var length = ordered.Length / count;
        return [.. Enumerable.Range(0, count).Select(i => ordered.AsSpan(i * length, length).ToArray())];
    }

    /// <summary>All labels at position 0 of a dimension.</summary>
    public int[] FirstLine(int dimension)
    {
        var position = PositionOf(dimension);
        var inner = Strides(Sizes)[position];
        var step = inner * Sizes[position];
        var line = new int[Labels.Length / Sizes[position]];
        for (var from = 0; from < Labels.Length; from += step)
        {
            Labels.AsSpan(from, inner).CopyTo(line.AsSpan(from / Sizes[position]));
        }

        return line;
    }

    /// <summary>Leaves out dimensions along which the labels do not change.</summary>
    public LabelField? Normalized()
    {
        var field = this;
        foreach (var dimension in Dimensions)
        {
            if (!field.IsConstantAlong(dimension))
            {
                continue;
            }

            int[] others = [.. field.Dimensions.Where(d => d != dimension)];
            if (others.Length == 0)
            {
                return field.Sizes[0] == 1 ? null : field;
            }

            field = new LabelField(
                others, [.. others.Select(d => field.Sizes[field.PositionOf(d)])], field.FirstLine(dimension),
                field.Ragged == dimension ? -1 : field.Ragged);
        }

        return field;
    }

    private static bool IsAscending(int[] numbers)
    {
        for (var i = 1; i < numbers.Length; i++)
        {
            if (numbers[i] < numbers[i - 1])
            {
                return false;
            }
        }

        return true;
    }

    private bool IsConstantAlong(int dimension)
    {
        var position = PositionOf(dimension);
        var inner = Strides(Sizes)[position];
        var step = inner * Sizes[position];
        for (var from = 0; from < Labels.Length; from += step)
        {
            // Each position is what the one before it is.
            var run = Labels.AsSpan(from, step);
            if (!run[inner..].SequenceEqual(run[..^inner]))
            {
                return false;
            }
        }

        return true;
    }

    internal static int[] Strides(IReadOnlyList<int> sizes)
    {
        var strides = new int[sizes.Count];
        var stride = 1;
        for (var d = sizes.Count - 1; d >= 0; d--)
        {
            strides[d] = stride;
            stride *= sizes[d];
        }

        return strides;
    }
}
