using Espalier.Graphs;
using Espalier.Symbolic;

namespace Espalier.Labels;

/// <content>Reshapes: labels move exactly as elements do.</content>
public sealed partial class LabelTracker
{
    /// <summary>The same elements in the same order under another shape (also flatten, unflatten, squeeze, unsqueeze).</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="output">The result.</param>
    /// <param name="sizes">The output's sizes as the model writes them, -1 included; null where they always follow (flatten, squeeze).</param>
    public void Reshape(Value input, Value output, IReadOnlyList<Dim>? sizes)
    {
        var result = new List<LabelField>();
        foreach (var (inDimensions, outDimensions, members) in ReshapeBlocks(input, output))
        {
            var field = Compose(input, inDimensions, members);
            var isRenumbering = inDimensions.Select(d => input.Shape[d]).SequenceEqual(outDimensions.Select(d => output.Shape[d]));
            var moved = isRenumbering
                ? field.Renumber(d => outDimensions[Array.IndexOf(inDimensions, d)])
                : Recut(field, inDimensions, outDimensions, output);
            if (moved is null)
            {
                continue;
            }

            result.Add(moved);
            if (moved is { IsFlat: false, Ragged: >= 0 })
            {
                int[] rows = [.. moved.Dimensions.Where(d => d != moved.Ragged)];
                Constraints.Add(new CountConstraint(moved.Lines(rows), MayEmptyParts: true, $"{output.Name} has rows of equal length"));
            }

            if (sizes is not null)
            {
                foreach (var dimension in moved.Dimensions)
                {
                    SizeUses.Add(new SizeUse(output, dimension, sizes[dimension]));
                }
            }
        }

        Assign(output, result);
        if (sizes is not null)
        {
            Grids.AddRange(result.Where(f => f.Dimensions.Length > 2).SelectMany(f => f.Dimensions.Where(d => d != f.Ragged).Select(d => new Grid(f, d, IsFixed: false))));
        }
    }

    /// <summary>The smallest runs of input and output dimensions with equal products that carry labels; runs that a field ties together are one.</summary>
    private List<(int[] In, int[] Out, LabelField[] Members)> ReshapeBlocks(Value input, Value output)
    {
        var runs = new List<(List<int> In, List<int> Out)>();
        int i = 0, o = 0;
        while (true)
        {
            while (i < input.Rank && input.Shape[i] == 1)
            {
                i++;
            }

            while (o < output.Rank && output.Shape[o] == 1)
            {
                o++;
            }

            if (i >= input.Rank || o >= output.Rank)
            {
                break;
            }

            var run = (In: new List<int> { i }, Out: new List<int> { o });
            long inSize = input.Shape[i++], outSize = output.Shape[o++];
            while (inSize != outSize)
            {
                if (inSize < outSize)
                {
                    run.In.Add(i);
                    inSize *= input.Shape[i++];
                }
                else
                {
                    run.Out.Add(o);
                    outSize *= output.Shape[o++];
                }
            }

            runs.Add(run);
        }

        var blocks = new List<(List<int> In, List<int> Out, List<LabelField> Members)>();
        foreach (var field in FieldsOf(input))
        {
            var touched = runs.Where(run => run.In.Any(d => field.PositionOf(d) >= 0)).ToArray();
            var known = blocks.Where(b => touched.Any(run => b.In.Contains(run.In[0]))).ToArray();
            blocks.RemoveAll(known.Contains);
            blocks.Add((
                [.. touched.SelectMany(run => run.In).Concat(known.SelectMany(b => b.In)).Distinct().Order()],
                [.. touched.SelectMany(run => run.Out).Concat(known.SelectMany(b => b.Out)).Distinct().Order()],
                [field, .. known.SelectMany(b => b.Members)]));
        }

        return [.. blocks.OrderBy(b => b.In[0]).Select(b => (b.In.ToArray(), b.Out.ToArray(), b.Members.ToArray()))];
    }

    /// <summary>One field over all input dimensions of a block, unlabelled ones included: along those its labels repeat.</summary>
    private LabelField Compose(Value input, int[] dimensions, LabelField[] members)
    {
        if (members is [var only] && only.Dimensions.Length == dimensions.Length)
        {
            return only;
        }

        int[] sizes = [.. dimensions.Select(d => checked((int)input.Shape[d]))];
        if (members is [var single])
        {
            return new LabelField(dimensions, sizes, Spread(single, dimensions, sizes), single.Ragged);
        }

        // Two dimensions that are pruned independently end up in one: a coordinate belongs to a line of each, and goes with either.
        var labelled = dimensions.Where(d => members.Any(m => m.PositionOf(d) >= 0)).ToArray();
        var cells = FreshCells(labelled, members);
        foreach (var member in members)
        {
            MergeAll(member.Labels, Forest.BlockAll(cells.Lines(member.Dimensions)));
        }

        return new LabelField(dimensions, sizes, Spread(cells, dimensions, sizes));
    }

    private static int[] Spread(LabelField field, int[] dimensions, int[] sizes)
    {
        var strides = LabelField.Strides(field.Sizes);
        var steps = dimensions.Select(d => field.PositionOf(d) is >= 0 and var p ? strides[p] : 0).ToArray();
        var result = new int[sizes.Aggregate(1, (total, size) => checked(total * size))];
        var index = new int[sizes.Length];
        var source = 0;
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = field.Labels[source];
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

    /// <summary>Cuts the row-major run of labels into the output's dimensions.</summary>
    private LabelField? Recut(LabelField field, int[] inDimensions, int[] outDimensions, Value output)
    {
        int[] sizes = [.. outDimensions.Select(d => checked((int)output.Shape[d]))];
        var source = field.Normalized()!;
        var ragged = source.Ragged;
        if (ragged >= 0 && inDimensions.Any(d => d > ragged && source.PositionOf(d) >= 0))
        {
            // The flat order would interleave rows that keep different coordinates.
            ragged = Straighten(source, $"{output.Name} interleaves its rows, so every row must keep the same").Ragged;
        }

        var isLocked = !source.IsFlat && ragged < 0;
        return (new LabelField(outDimensions, sizes, field.Labels, isLocked ? -1 : LastVarying(outDimensions, sizes, field.Labels)).Normalized()) switch
        {
            { IsFlat: true } flat => flat with { Ragged = -1 },
            var several => several,
        };
    }

    /// <summary>The innermost dimension along which labels change: there a flat dimension's coordinates lie side by side.</summary>
    private static int LastVarying(int[] dimensions, int[] sizes, int[] labels)
    {
        var strides = LabelField.Strides(sizes);
        for (var d = sizes.Length - 1; d >= 0; d--)
        {
            for (var i = 0; i + strides[d] < labels.Length; i++)
            {
                if (i / strides[d] % sizes[d] + 1 < sizes[d] && labels[i] != labels[i + strides[d]])
                {
                    return dimensions[d];
                }
            }
        }

        return -1;
    }
}
