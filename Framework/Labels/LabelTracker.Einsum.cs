using Espalier.Graphs;

namespace Espalier.Labels;

/// <content>Products and elementwise operators: dimensions that meet are merged.</content>
public sealed partial class LabelTracker
{
    /// <summary>Operands that broadcast to the output: coordinates that meet are merged.</summary>
    public void Elementwise(IReadOnlyList<Value> operands, Value output)
    {
        var indices = new int[operands.Count][];
        var unique = output.Rank;
        for (var i = 0; i < indices.Length; i++)
        {
            var operand = operands[i];
            var shift = output.Rank - operand.Rank;
            indices[i] = [.. Enumerable.Range(0, operand.Rank).Select(d => operand.Shape[d] == 1 && output.Shape[d + shift] != 1 ? unique++ : d + shift)];
        }

        Einsum(operands, indices, output, [.. Enumerable.Range(0, output.Rank)]);
    }

    /// <summary>Inputs side by side along a new dimension of the output; all their own dimensions are merged.</summary>
    public void Stack(IReadOnlyList<Value> inputs, Value output, int dimension)
    {
        int[] own = [.. Enumerable.Range(0, output.Rank).Where(d => d != dimension)];
        Einsum(inputs, [.. inputs.Select(_ => own)], output, [.. Enumerable.Range(0, output.Rank)]);
    }

    /// <summary>
    /// Einstein summation: dimensions with the same index are merged coordinate by coordinate; those that the output lacks are contracted, and their
    /// labels end there. Linear layers, matrix products, embeddings and plain convolutions are of this form.
    /// </summary>
    /// <param name="operands">The inputs.</param>
    /// <param name="indices">For each input, the index of each of its dimensions.</param>
    /// <param name="output">The result.</param>
    /// <param name="outputIndices">The index of each of its dimensions; one that no input has is a dimension without labels.</param>
    public void Einsum(IReadOnlyList<Value> operands, IReadOnlyList<int[]> indices, Value output, int[] outputIndices)
    {
        MarkProducers(operands, indices, outputIndices);
        AdoptLabels(operands, indices);
        var byIndex = new List<LabelField>[operands.Count];
        for (var i = 0; i < byIndex.Length; i++)
        {
            byIndex[i] = FieldsByIndex(operands[i], indices[i]);
        }

        FixWhereUnlabelled(byIndex, indices);
        var merged = new List<LabelField>();
        foreach (var component in Components(byIndex))
        {
            var target = MergeComponent(component, byIndex);
            int[] kept = [.. target.Dimensions.Where(outputIndices.Contains)];
            if (kept.Length > 0)
            {
                var field = kept.Length == target.Dimensions.Length ? target : Project(target, kept);
                merged.Add(field.Renumber(index => Array.IndexOf(outputIndices, index)));
            }
        }

        Assign(output, merged);
    }

    private void AdoptLabels(IReadOnlyList<Value> operands, IReadOnlyList<int[]> indices)
    {
        for (var i = 0; i < operands.Count; i++)
        {
            // Earlier operands first: a bias takes the labels of the weight's rows.
            Adopt(operands[i], d =>
            {
                var index = indices[i][d];
                for (var other = 0; other < operands.Count && indices[i].Count(x => x == index) == 1; other++)
                {
                    var at = other == i ? -1 : Array.IndexOf(indices[other], index);
                    if (at >= 0 && (other < i || operands[other].Kind is ValueKind.Result) && FieldAt(operands[other], at) is { IsFlat: true } met)
                    {
                        return met.Labels;
                    }
                }

                return null;
            });
        }
    }

    /// <summary>A parameter's dimension that stands alone among the operands and goes on to the output is where coordinates start.</summary>
    private void MarkProducers(IReadOnlyList<Value> operands, IReadOnlyList<int[]> indices, int[] outputIndices)
    {
        for (var i = 0; i < operands.Count; i++)
        {
            if (operands[i].Kind is not ValueKind.Parameter || (operands.Count == 1 && indices[i].All(outputIndices.Contains)))
            {
                continue;
            }

            for (var d = 0; d < indices[i].Length; d++)
            {
                var index = indices[i][d];
                if (!outputIndices.Contains(index))
                {
                    Consumers.Add((operands[i].Name, d));
                }

                var isShared = Enumerable.Range(0, operands.Count).Any(other => other != i && indices[other].Contains(index) && !IsBias(operands, other));
                if (operands[i].Shape[d] > 1 && outputIndices.Contains(index) && !isShared && !IsBias(operands, i))
                {
                    Producers.Add((operands[i].Name, d));
                }
            }
        }
    }

    // A linear's or a convolution's bias is an operand of the same product; it follows the weight.
    private static bool IsBias(IReadOnlyList<Value> operands, int position) =>
        position == 2 && operands[position].Rank == 1 && operands[position].Kind is ValueKind.Parameter;

    /// <summary>An operand's fields with indices in place of its dimensions. A repeated index (a diagonal) is fixed.</summary>
    private List<LabelField> FieldsByIndex(Value operand, int[] indices)
    {
        var result = new List<LabelField>();
        foreach (var field in FieldsOf(operand))
        {
            var remaining = field;
            foreach (var dimension in field.Dimensions)
            {
                if (remaining is not null && indices.Count(index => index == indices[dimension]) > 1)
                {
                    remaining = FixField(remaining, dimension, "a diagonal is taken along it");
                }
            }

            if (remaining is not null)
            {
                result.Add(remaining.Renumber(d => indices[d]));
            }
        }

        return result;
    }

    /// <summary>Where one operand has labels along an index and another has that dimension without, the labels cannot move.</summary>
    private void FixWhereUnlabelled(List<LabelField>[] operands, IReadOnlyList<int[]> indices)
    {
        for (var i = 0; i < operands.Length; i++)
        {
            for (var f = operands[i].Count - 1; f >= 0; f--)
            {
                LabelField? field = operands[i][f];
                foreach (var index in operands[i][f].Dimensions)
                {
                    var meetsUnlabelled = Enumerable.Range(0, operands.Length).Any(other =>
                        other != i && indices[other].Contains(index) && !operands[other].Any(o => o.PositionOf(index) >= 0));
                    if (field is not null && meetsUnlabelled)
                    {
                        field = FixField(field, index, "it meets a dimension whose size cannot change (an input's, space, tokens or a constant)");
                    }
                }

                if (field is null)
                {
                    operands[i].RemoveAt(f);
                }
                else
                {
                    operands[i][f] = field;
                }
            }
        }
    }

    /// <summary>Sets of indices that fields over several dimensions tie together, each ascending.</summary>
    private static IEnumerable<int[]> Components(List<LabelField>[] operands)
    {
        if (operands.All(list => list.TrueForAll(field => field.IsFlat)))
        {
            return [.. operands.SelectMany(list => list).Select(field => field.Dimensions[0]).Distinct().Order().Select(index => new[] { index })];
        }

        var components = new List<SortedSet<int>>();
        foreach (var field in operands.SelectMany(list => list))
        {
            var touching = components.Where(c => c.Overlaps(field.Dimensions)).ToArray();
            var union = new SortedSet<int>(field.Dimensions);
            foreach (var component in touching)
            {
                union.UnionWith(component);
                components.Remove(component);
            }

            components.Add(union);
        }

        return components.OrderBy(c => c.Min).Select(c => c.ToArray());
    }

    private LabelField MergeComponent(int[] component, List<LabelField>[] operands)
    {
        var present = operands.SelectMany(list => list).Where(field => component.Contains(field.Dimensions[0])).ToArray();
        var target = present.FirstOrDefault(field => field.Dimensions.Length == component.Length) ?? FreshCells(component, present);
        foreach (var field in present)
        {
            if (ReferenceEquals(field, target))
            {
                continue;
            }

            if (field.Dimensions.Length == component.Length)
            {
                MergeAll(target.Labels, field.Labels);
                if (field.Ragged != target.Ragged)
                {
                    target = Straighten(target, "two tensors that are combined lay their rows out differently");
                }

                continue;
            }

            // The field is constant along the other dimensions, so each of its labels goes with all that lie under it.
            MergeAll(field.Labels, Forest.BlockAll(target.Lines(field.Dimensions)));

            if (field.Dimensions.Contains(target.Ragged))
            {
                target = Share(target, field);
            }
        }

        return target;
    }

    /// <summary>
    /// Rows that a tensor is shared by must keep the same: all of them, or where it is only shared by some (the queries of one group of heads), those.
    /// </summary>
    private LabelField Share(LabelField target, LabelField shared)
    {
        const string Reason = "a tensor that several rows share is combined with them, so they must keep the same";
        int[] own = [.. shared.Dimensions.Where(d => d != target.Ragged)];
        if (own.Length == 0)
        {
            return Straighten(target, Reason);
        }

        int[] others = [.. target.Dimensions.Where(d => !own.Contains(d))];
        int[] sizes = [.. others.Select(d => target.Sizes[target.PositionOf(d)])];
        foreach (var line in target.Lines(own))
        {
            _ = Straighten(new LabelField(others, sizes, line), Reason);
        }

        return target;
    }

    /// <summary>Labels for all coordinates of several dimensions that no operand has together; they go only in whole lines.</summary>
    private LabelField FreshCells(int[] component, LabelField[] present)
    {
        int[] sizes = [.. component.Select(index => present.Select(f => (f, p: f.PositionOf(index))).First(x => x.p >= 0) is var (f, p) ? f.Sizes[p] : 0)];
        var cells = new LabelField(component, sizes, Forest.NewRange(sizes.Aggregate(1L, (total, size) => total * size)));
        return Straighten(cells, "the dimensions belong to different tensors");
    }

    private void MergeAll(int[] a, int[] b)
    {
        if (ReferenceEquals(a, b))
        {
            return;
        }

        for (var i = 0; i < a.Length; i++)
        {
            Forest.Merge(a[i], b[i]);
        }
    }
}
