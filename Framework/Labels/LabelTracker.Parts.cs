using Espalier.Graphs;
using Espalier.Symbolic;

namespace Espalier.Labels;

/// <content>Joining and taking apart along a dimension.</content>
public sealed partial class LabelTracker
{
    /// <summary>Inputs one after the other along a dimension; their other dimensions are merged.</summary>
    public void Concat(IReadOnlyList<Value> inputs, Value output, int dimension)
    {
        // Along the dimension each input has an index of its own that the output lacks, so nothing is merged there.
        var along = new List<LabelField?>();
        foreach (var input in inputs)
        {
            var field = FieldAt(input, dimension);
            along.Add(field is null or { IsFlat: true } ? field : null);
        }

        var joint = JointRows(inputs, dimension);
        if (joint is null)
        {
            foreach (var (input, field) in inputs.Zip(along))
            {
                if (field is null && FieldAt(input, dimension) is { } several)
                {
                    foreach (var label in several.Labels)
                    {
                        Forest.Pin(label, "tensors with different rows are joined");
                    }
                }
            }
        }

        MergeOtherDimensions(inputs, output, dimension, joint);
        if (joint is not null)
        {
            fields[output] = [.. FieldsOf(output), joint];
        }
        else if (along.Any(field => field is not null))
        {
            var labels = inputs.Zip(along).SelectMany(pair => pair.Second?.Labels ?? PinnedLabels(pair.First.Shape[dimension]));
            fields[output] = [.. FieldsOf(output), LabelField.Flat(dimension, [.. labels])];
        }
    }

    /// <summary>Constants are put before and after; their number is fixed, so they never go, while the input's own coordinates may.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="output">The result.</param>
    /// <param name="pads">How many, before and after, for each dimension.</param>
    public void Pad(Value input, Value output, IReadOnlyList<(long Before, long After)> pads) =>
        Assign(output, FieldsOf(input).Select(field =>
        {
            foreach (var dimension in field.Dimensions)
            {
                var (before, after) = pads[dimension];
                if (before == 0 && after == 0)
                {
                    continue;
                }

                return field.IsFlat && before >= 0 && after >= 0
                    ? LabelField.Flat(dimension, [.. PinnedLabels(before), .. field.Labels, .. PinnedLabels(after)])
                    : FixField(field, dimension, "padding adds to it");
            }

            return field;
        }));

    /// <summary>One position of a dimension, which goes away.</summary>
    public void Select(Value input, Value output, int dimension, long index) =>
        Assign(output, FieldsOf(input).Select(field =>
        {
            var position = field.PositionOf(dimension);
            if (position < 0)
            {
                return field.Renumber(d => d > dimension ? d - 1 : d);
            }

            if (field.IsFlat || field.Ragged == dimension)
            {
                var left = FixField(field, dimension, "one position of it is selected by number");
                return left?.Renumber(d => d > dimension ? d - 1 : d);
            }

            Grids.Add(new Grid(field, dimension, IsFixed: true));
            return Range(field, dimension, checked((int)index), 1, 1).Normalized()?.Renumber(d => d > dimension ? d - 1 : d);
        }));

    /// <summary>Positions start, start + step, ... of a dimension, with bounds that cannot change unless they cover the whole of it.</summary>
    public void Slice(Value input, Value output, int dimension, long start, long step)
    {
        var isWhole = output.Shape[dimension] == input.Shape[dimension];
        Assign(output, FieldsOf(input).Select(field =>
        {
            if (isWhole || field.PositionOf(dimension) < 0)
            {
                return field;
            }

            return FixField(field, dimension, "a slice with fixed bounds is taken of it");
        }));
    }

    /// <summary>Consecutive parts of a dimension.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="outputs">The parts.</param>
    /// <param name="dimension">The dimension.</param>
    /// <param name="sizes">Their sizes as the model writes them; null for equal parts whose number is fixed (chunk).</param>
    public void Split(Value input, IReadOnlyList<Value> outputs, int dimension, IReadOnlyList<Dim>? sizes)
    {
        var start = 0;
        var parts = new List<LabelField>();
        for (var i = 0; i < outputs.Count; i++)
        {
            var length = checked((int)outputs[i].Shape[dimension]);
            var from = start;
            Assign(outputs[i], FieldsOf(input).Select(field =>
            {
                if (field.PositionOf(dimension) < 0)
                {
                    return field;
                }

                var part = Range(field, dimension, from, length, 1);
                parts.Add(part);
                return part.Normalized();
            }));
            if (sizes is not null && FieldAt(outputs[i], dimension) is not null)
            {
                SizeUses.Add(new SizeUse(outputs[i], dimension, sizes[Math.Min(i, sizes.Count - 1)]));
            }

            start += length;
        }

        ConstrainParts(input, dimension, parts, isEqual: sizes is null);
    }

    private void ConstrainParts(Value input, int dimension, List<LabelField> parts, bool isEqual)
    {
        if (parts.Count == 0)
        {
            return;
        }

        var name = $"{input.Name} is taken apart";
        if (parts[0].IsFlat)
        {
            if (isEqual)
            {
                Constraints.Add(new CountConstraint([.. parts.Select(part => part.Labels)], MayEmptyParts: false, $"{name} into equal parts"));
            }
        }
        else if (parts[0].Ragged == dimension)
        {
            // Every row of every part keeps the same number, or with own sizes, every row of a part.
            var rows = parts.Select(part => part.Lines([.. part.Dimensions.Where(d => d != dimension)])).ToArray();
            foreach (var group in isEqual ? [rows.SelectMany(r => r).ToArray()] : rows)
            {
                Constraints.Add(new CountConstraint(group, MayEmptyParts: true, $"{name} along its rows"));
            }
        }
        else if (FieldAt(input, dimension) is { } field)
        {
            Grids.Add(new Grid(field, dimension, IsFixed: true));
        }
    }

    /// <summary>Some positions of one dimension of a field.</summary>
    private static LabelField Range(LabelField field, int dimension, int start, int length, int step)
    {
        var position = field.PositionOf(dimension);
        var inner = LabelField.Strides(field.Sizes)[position];
        var size = field.Sizes[position];
        var outer = field.Labels.Length / (inner * size);
        var labels = new int[outer * length * inner];
        for (var o = 0; o < outer; o++)
        {
            for (var i = 0; i < length; i++)
            {
                field.Labels.AsSpan(((o * size) + start + (i * step)) * inner, inner).CopyTo(labels.AsSpan(((o * length) + i) * inner));
            }
        }

        var sizes = (int[])field.Sizes.Clone();
        sizes[position] = length;
        return field with { Sizes = sizes, Labels = labels };
    }

    /// <summary>Fields over the same several dimensions, the joined one among them, joined.</summary>
    private LabelField? JointRows(IReadOnlyList<Value> inputs, int dimension)
    {
        var all = inputs.Select(input => FieldAt(input, dimension)).ToArray();
        if (all.Any(field => field is null || field.IsFlat) || all.Any(field => !field!.Dimensions.SequenceEqual(all[0]!.Dimensions) || field.Ragged != all[0]!.Ragged))
        {
            return null;
        }

        var first = all[0]!;
        var position = first.PositionOf(dimension);
        var sizes = (int[])first.Sizes.Clone();
        sizes[position] = all.Sum(field => field!.Sizes[position]);
        var inner = LabelField.Strides(first.Sizes)[position];
        var outer = first.Labels.Length / (inner * first.Sizes[position]);
        var labels = new List<int>();
        for (var o = 0; o < outer; o++)
        {
            foreach (var field in all)
            {
                var run = inner * field!.Sizes[position];
                labels.AddRange(field.Labels.AsSpan(o * run, run));
            }
        }

        var joint = first with { Sizes = sizes, Labels = [.. labels] };
        if (joint.Ragged >= 0)
        {
            Constraints.Add(new CountConstraint(
                joint.Lines([.. joint.Dimensions.Where(d => d != joint.Ragged)]), MayEmptyParts: true, "joined tensors have rows of equal length"));
        }

        return joint;
    }

    private void MergeOtherDimensions(IReadOnlyList<Value> inputs, Value output, int dimension, LabelField? joint)
    {
        var indices = new int[inputs.Count][];
        for (var i = 0; i < indices.Length; i++)
        {
            var own = output.Rank + i;
            indices[i] = [.. Enumerable.Range(0, output.Rank).Select(d => d == dimension ? own : d)];
        }

        int[] outputIndices = [.. Enumerable.Range(0, output.Rank).Select(d => d == dimension ? output.Rank + inputs.Count : d)];
        Einsum(inputs, indices, output, outputIndices);
        if (joint is not null && fields.TryGetValue(output, out var merged))
        {
            fields[output] = [.. merged.Where(field => !field.Dimensions.Any(joint.Dimensions.Contains))];
        }
    }

    private int[] PinnedLabels(long count)
    {
        var labels = Forest.NewRange(count);
        foreach (var label in labels)
        {
            Forest.Pin(label, "it comes from an input of the model, or its size cannot change");
        }

        return labels;
    }
}
