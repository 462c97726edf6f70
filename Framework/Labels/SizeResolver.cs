using Espalier.Graphs;
using Espalier.Symbolic;

namespace Espalier.Labels;

/// <summary>Computes the sizes of values, and the numbers that the model writes for them, after a cut.</summary>
/// <param name="tracker">The labels of the values.</param>
/// <param name="cut">What goes.</param>
internal sealed class SizeResolver(LabelTracker tracker, CutSet cut)
{
    private readonly Dictionary<SizeBinding, long> fields = [];
    private readonly Dictionary<LabelField, long[]> kept = new(ReferenceEqualityComparer.Instance);

    /// <summary>The new values of the fields that are known so far.</summary>
    public IReadOnlyDictionary<SizeBinding, long> Fields => fields;

    /// <summary>The size of a dimension after the cut. Rows that keep nothing do not count.</summary>
    public long SizeOf(Value value, int dimension)
    {
        if (tracker.FieldAt(value, dimension) is not { } field)
        {
            return value.Shape[dimension];
        }

        if (field.IsFlat)
        {
            return cut.CountKept(field.Labels);
        }

        return KeptSizes(field)[field.PositionOf(dimension)];
    }

    /// <summary>For each dimension, how many of its positions keep something; along the ragged one, how many the longest row keeps.</summary>
    private long[] KeptSizes(LabelField field)
    {
        if (kept.TryGetValue(field, out var sizes))
        {
            return sizes;
        }

        var stays = Array.ConvertAll(field.Sizes, size => new bool[size]);
        var ragged = field.PositionOf(field.Ragged);
        var inner = ragged < 0 ? 1 : LabelField.Strides(field.Sizes)[ragged];
        var rows = new int[ragged < 0 ? 0 : field.Labels.Length / field.Sizes[ragged]];
        var (last, run) = (stays[^1], field.Sizes[^1]);
        var index = new int[field.Sizes.Length - 1];
        for (var start = 0; start < field.Labels.Length; start += run)
        {
            var isEmpty = true;
            for (var i = 0; i < run; i++)
            {
                if (!cut.Contains(field.Labels[start + i]))
                {
                    isEmpty = false;
                    last[i] = true;
                    if (ragged >= 0)
                    {
                        rows[inner == 1 ? start / run : ((start + i) / (inner * field.Sizes[ragged]) * inner) + ((start + i) % inner)]++;
                    }
                }
            }

            for (var d = 0; d < index.Length && !isEmpty; d++)
            {
                stays[d][index[d]] = true;
            }

            for (var d = index.Length - 1; d >= 0 && ++index[d] == field.Sizes[d]; d--)
            {
                index[d] = 0;
            }
        }

        sizes = Array.ConvertAll(stays, positions => (long)positions.Count(stay => stay));
        if (ragged >= 0)
        {
            sizes[ragged] = rows.Max();
        }

        kept.Add(field, sizes);
        return sizes;
    }

    /// <summary>The number that the model has to write after the cut.</summary>
    public long SizeOf(SizeUse use) => SizeOf(use.Value, use.Dimension) / (use.Divisor is { } by ? Math.Max(1, SizeOf(by.Value, by.Dimension)) : 1);

    /// <summary>Learns a field's new value where the model writes the field itself.</summary>
    /// <returns>The value that it had to have before, where that is another one; else null.</returns>
    public long? Learn(SizeUse use)
    {
        if (use.Size.Source is not DimSource.Field { Binding: { IsWritable: true } binding })
        {
            return null;
        }

        var size = SizeOf(use);
        if (fields.TryGetValue(binding, out var known))
        {
            return known == size ? null : known;
        }

        fields.Add(binding, size);
        return null;
    }

    /// <summary>What the model's expression comes to after the cut; null while it depends on a field whose new value is not known.</summary>
    /// <param name="size">The expression.</param>
    /// <param name="unknownFieldsStay">Whether a field of which nothing is known keeps its value.</param>
    public long? Evaluate(Dim size, bool unknownFieldsStay) => size.Source switch
    {
        DimSource.Field field => fields.TryGetValue(field.Binding, out var value) ? value
            : unknownFieldsStay || !field.Binding.IsWritable ? size.Value : null,
        DimSource.SizeOf origin => SizeOf(origin.Value, origin.Dimension),
        DimSource.Computed computed => Combine(
            computed.Operation, Evaluate(computed.Left, unknownFieldsStay), Evaluate(computed.Right, unknownFieldsStay)),
        _ => size.Value,
    };

    /// <summary>Whether the size that the model writes comes out right; -1 always does.</summary>
    public bool Follows(SizeUse use, bool unknownFieldsStay) =>
        use.Size.Value == -1 || Evaluate(use.Size, unknownFieldsStay) is not { } written || written == SizeOf(use);

    private static long? Combine(char operation, long? left, long? right) => (operation, left, right) switch
    {
        (_, null, _) or (_, _, null) => null,
        ('+', { } a, { } b) => a + b,
        ('-', { } a, { } b) => a - b,
        ('*', { } a, { } b) => a * b,
        ('/', { } a, { } b) => b == 0 ? 0 : a / b,
        ('%', { } a, { } b) => b == 0 ? 0 : a % b,
        _ => null,
    };
}
