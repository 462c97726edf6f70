using Espalier.Graphs;
using Espalier.Symbolic;

namespace Espalier.Labels;

/// <content>Convolutions in groups.</content>
public sealed partial class LabelTracker
{
    /// <summary>
    /// A convolution in groups (also depthwise, also transposed): a whole input group goes with its outputs; single inputs go only from all groups at
    /// once, since one weight slice serves them all; outputs go freely, equally many from each group.
    /// </summary>
    /// <param name="input">N x C x space.</param>
    /// <param name="weight">C' x C/groups x kernel; transposed: C x C'/groups x kernel.</param>
    /// <param name="bias">C', or null.</param>
    /// <param name="output">N x C' x space.</param>
    /// <param name="groups">How many, as the model writes it.</param>
    /// <param name="transposed">Whether the convolution is a transposed one.</param>
    public void GroupedConvolution(Value input, Value weight, Value? bias, Value output, Dim groups, bool transposed)
    {
        if (transposed)
        {
            PinGrouped(input, weight, bias, "transposed convolutions in groups keep their width");
            return;
        }

        if (Channels(input) is not { } inputs)
        {
            Pin(weight, "its input's channels cannot be cut");
            return;
        }

        var outputs = FieldAt(weight, 0)!.Labels;
        var count = (int)groups;
        var (inWidth, outWidth) = (inputs.Length / count, outputs.Length / count);
        var whole = Forest.BlockAll(Parts(inputs, count));
        MergeAll(whole, Forest.BlockAll(Parts(outputs, count)));
        SizeUses.Add(new SizeUse(input, 1, groups, Divisor: (weight, 1)));
        if (groups.Source is not DimSource.Field { Binding.IsWritable: true })
        {
            LockEach(whole, "the number of groups is written as a literal");
        }


        Consumers.Add((weight.Name, 1));
        if (inWidth > 1)
        {
            TieInputs(inputs, FieldAt(weight, 1)!.Labels, count, weight.Name);
        }

        if (outWidth > 1)
        {
            Producers.Add((weight.Name, 0));
            Constraints.Add(new CountConstraint(
                Parts(outputs, count), MayEmptyParts: true, $"{weight.Name} has groups of equal width"));
        }

        if (bias is not null && FieldAt(bias, 0) is { } own)
        {
            MergeAll(outputs, own.Labels);
        }

        Assign(output, [LabelField.Flat(1, outputs)]);
    }

    private void TieInputs(int[] inputs, int[] columns, int groups, string name)
    {
        var position = Enumerable.Range(0, columns.Length)
            .Select(j => Enumerable.Range(0, groups).Select(g => inputs[(g * columns.Length) + j]).ToArray()).ToArray();
        _ = Straighten(new LabelField([0, 1], [groups, columns.Length], inputs), $"one slice of {name} serves its position of all groups");
        MergeAll(columns, Forest.BlockAll(position));
    }

    private static int[][] Parts(int[] labels, int count)
    {
        var size = labels.Length / count;
        return [.. Enumerable.Range(0, count).Select(part => labels.AsSpan(part * size, size).ToArray())];
    }

    private int[]? Channels(Value input) => FieldAt(input, 1) switch
    {
        null => null,
        { IsFlat: true } flat => flat.Labels,
        var several => FixAllBut(several)?.Labels,
    };

    private LabelField? FixAllBut(LabelField field)
    {
        LabelField? left = field;
        foreach (var dimension in field.Dimensions.Where(d => d != 1))
        {
            left = left is null ? null : FixField(left, dimension, "a convolution slides over it");
        }

        return left;
    }

    private void PinGrouped(Value input, Value weight, Value? bias, string reason)
    {
        Fix(input, 1, reason);
        Pin(weight, reason);
        if (bias is not null)
        {
            Pin(bias, reason);
        }
    }
}
