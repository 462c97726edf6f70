using Espalier.Graphs;
using Espalier.Symbolic;

namespace Espalier.Labels;

/// <summary>
/// Gives every coordinate of every parameter dimension a label and moves the labels through the graphs of a model. The few ways in which labels
/// pass through operators are the methods here; every operator's propagation is a call or two of them.
/// </summary>
/// <remarks>
/// A dimension without labels cannot change its size: batch, tokens and space have none. Where a labelled dimension meets one without labels, or
/// an operator needs a dimension whole, the labels along it are fixed: locked (they go only with a larger block or a whole line) or pinned (they never go).
/// </remarks>
public sealed partial class LabelTracker
{
    private readonly Dictionary<Value, LabelField[]> fields = new(ReferenceEqualityComparer.Instance);

    /// <summary>Parameters of the graphs of one model are the same where their names are.</summary>
    private readonly Dictionary<string, LabelField[]> parameters = new(StringComparer.Ordinal);

    internal LabelForest Forest { get; } = new();

    /// <summary>Relations that a plan must keep, in the order in which they were found.</summary>
    internal List<CountConstraint> Constraints { get; } = [];

    /// <summary>Sizes written in the model that must follow the widths.</summary>
    internal List<SizeUse> SizeUses { get; } = [];

    /// <summary>Dimensions of fields over several whose number of positions may be fixed.</summary>
    internal List<Grid> Grids { get; } = [];

    /// <summary>Fields over several dimensions of which only whole lines may go.</summary>
    internal List<Rectangle> Rectangles { get; } = [];

    /// <summary>Parameter dimensions that start new coordinates (the rows of a weight), as against those that take over an input's.</summary>
    internal HashSet<(string Parameter, int Dimension)> Producers { get; } = [];

    /// <summary>Parameter dimensions in which coordinates end (the columns of a weight).</summary>
    internal HashSet<(string Parameter, int Dimension)> Consumers { get; } = [];

    /// <summary>The labels of all parameters and buffers.</summary>
    internal IReadOnlyDictionary<string, LabelField[]> Parameters => parameters;

    /// <summary>The fields of a value; a parameter gets fresh labels when it is first seen.</summary>
    internal LabelField[] FieldsOf(Value value)
    {
        if (value.Kind is not (ValueKind.Parameter or ValueKind.Buffer))
        {
            return fields.TryGetValue(value, out var known) ? known : [];
        }

        if (!parameters.TryGetValue(value.Name, out var own))
        {
            own = [.. Enumerable.Range(0, value.Rank).Where(d => value.Shape[d] > 1).Select(d => LabelField.Flat(d, Forest.NewRange(value.Shape[d])))];
            parameters.Add(value.Name, own);
        }

        return own;
    }

    /// <summary>
    /// Gives a parameter that is seen for the first time the labels of what its dimensions meet, in place of fresh ones that would be merged at once: a
    /// weight's columns are the same coordinates as its input's.
    /// </summary>
    private void Adopt(Value parameter, Func<int, int[]?> labelsAt)
    {
        if (parameter.Kind is not (ValueKind.Parameter or ValueKind.Buffer) || parameters.ContainsKey(parameter.Name))
        {
            return;
        }

        parameters.Add(
            parameter.Name,
            [
                .. Enumerable.Range(0, parameter.Rank).Where(d => parameter.Shape[d] > 1)
                    .Select(d => LabelField.Flat(d, labelsAt(d) is { } met && met.Length == parameter.Shape[d] ? met : Forest.NewRange(parameter.Shape[d])))
            ]);
    }

    /// <summary>Gives the values of a graph the fields of their twins in another that is the same but for switches.</summary>
    internal void CopyTwin(Graph graph, Graph twin)
    {
        foreach (var (value, other) in graph.Values.Zip(twin.Values))
        {
            if (fields.TryGetValue(value, out var known))
            {
                fields[other] = known;
            }
        }
    }

    /// <summary>The field over a dimension of a value, or null.</summary>
    internal LabelField? FieldAt(Value value, int dimension) => FieldsOf(value).FirstOrDefault(field => field.PositionOf(dimension) >= 0);

    /// <summary>The result's coordinates are the input's.</summary>
    public void Copy(Value input, Value output) => Assign(output, FieldsOf(input));

    /// <summary>The output's dimension i is the input's dimension order[i].</summary>
    public void Permute(Value input, Value output, IReadOnlyList<int> order)
    {
        var newPosition = new int[order.Count];
        for (var i = 0; i < newPosition.Length; i++)
        {
            newPosition[order[i]] = i;
        }

        Assign(output, FieldsOf(input).Select(field => field.Renumber(d => newPosition[d])));
    }

    /// <summary>Dimensions of size one are repeated, and new ones put in front.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="output">The result.</param>
    /// <param name="sizes">The output's sizes as the model writes them, -1 included; null where they always follow.</param>
    public void Expand(Value input, Value output, IReadOnlyList<Dim>? sizes = null)
    {
        var shift = output.Rank - input.Rank;
        Assign(output, FieldsOf(input).Select(field => field.Renumber(d => d + shift)));
        if (sizes is not null)
        {
            SizeUses.AddRange(FieldsOf(output).SelectMany(f => f.Dimensions).Select(d => new SizeUse(output, d, sizes[d])));
        }
    }

    /// <summary>Sums over dimensions: their labels end.</summary>
    public void Sum(Value input, Value output, IReadOnlyList<int> dimensions, bool keepDimensions)
    {
        var indices = Enumerable.Range(0, input.Rank).ToArray();
        int[] outputIndices = keepDimensions
            ? [.. indices.Select(d => dimensions.Contains(d) ? input.Rank + d : d)]
            : [.. indices.Where(d => !dimensions.Contains(d))];
        Einsum([input], [indices], output, outputIndices);
    }

    /// <summary>Each coordinate of a dimension occurs several times, side by side (interleaved) or the whole dimension over and over.</summary>
    public void Repeat(Value input, Value output, int dimension, int times, bool interleaved)
    {
        var shift = output.Rank - input.Rank;
        Assign(output, FieldsOf(input).Select(field =>
        {
            var moved = field.Renumber(d => d + shift);
            var position = moved.PositionOf(dimension);
            if (position < 0)
            {
                return moved;
            }

            var inner = LabelField.Strides(moved.Sizes)[position];
            var size = moved.Sizes[position];
            var labels = new int[moved.Labels.Length * times];
            for (var i = 0; i < labels.Length; i++)
            {
                var at = i / inner % (size * times);
                var source = interleaved ? at / times : at % size;
                labels[i] = moved.Labels[((i / inner / (size * times) * size) + source) * inner + (i % inner)];
            }

            var sizes = (int[])moved.Sizes.Clone();
            sizes[position] = size * times;
            return moved with { Sizes = sizes, Labels = labels };
        }));
    }

    /// <summary>The model writes the width of a dimension as a number that must follow it: a layer norm's shape, say.</summary>
    public void Sized(Value value, int dimension, Dim size) => SizeUses.Add(new SizeUse(value, dimension, size));

    /// <summary>Nothing may be cut along this dimension by itself; what else the coordinates belong to may still be.</summary>
    /// <param name="value">The value.</param>
    /// <param name="dimension">Its dimension.</param>
    /// <param name="reason">Why, in words that end up in a diagnostic: "aten::softmax needs all of it".</param>
    public void Fix(Value value, int dimension, string reason)
    {
        if (FieldAt(value, dimension) is { } field)
        {
            _ = FixField(field, dimension, reason);
        }
    }

    /// <summary>Nothing of this value may be cut.</summary>
    public void Pin(Value value, string reason)
    {
        foreach (var label in FieldsOf(value).SelectMany(field => field.Labels))
        {
            Forest.Pin(label, reason);
        }
    }

    /// <summary>The dimension consists of equal consecutive parts, and must go on to do so: each keeps the same number.</summary>
    public void EqualParts(Value value, int dimension, int parts, string reason)
    {
        if (FieldAt(value, dimension) is not { } field)
        {
            return;
        }

        if (!field.IsFlat)
        {
            _ = FixField(field, dimension, reason);
            return;
        }

        Constraints.Add(new CountConstraint(Parts(field.Labels, parts), MayEmptyParts: false, reason));
    }

    /// <summary>Takes a dimension out of a field: what lies along it goes together from now on.</summary>
    /// <returns>The field over the other dimensions, or null.</returns>
    private LabelField? FixField(LabelField field, int dimension, string reason)
    {
        if (field.IsFlat)
        {
            foreach (var label in field.Labels)
            {
                Forest.Pin(label, reason);
            }

            return null;
        }

        int[] others = [.. field.Dimensions.Where(d => d != dimension)];
        foreach (var line in field.Lines(others))
        {
            foreach (var label in line)
            {
                Forest.Merge(line[0], label);
            }
        }

        return Project(field, others);
    }

    /// <summary>The field over some of its dimensions: each label there is the block of all that lie under it.</summary>
    private LabelField Project(LabelField field, int[] kept) => new(
        kept, [.. kept.Select(d => field.Sizes[field.PositionOf(d)])], Forest.BlockAll(field.Lines(kept)),
        field.Ragged >= 0 && kept.Contains(field.Ragged) ? field.Ragged : -1);

    /// <summary>Rows of a field must keep the same coordinates from now on: only whole lines go.</summary>
    private LabelField Straighten(LabelField field, string reason)
    {
        LockAll(field, reason);
        Rectangles.Add(new Rectangle(field, reason));
        return field with { Ragged = -1 };
    }

    private void LockAll(LabelField field, string reason) => LockEach(field.Labels, reason);

    private void LockEach(int[] labels, string reason)
    {
        foreach (var label in labels)
        {
            Forest.Lock(label, reason);
        }
    }

    private void Assign(Value output, IEnumerable<LabelField?> labelled)
    {
        var all = labelled.OfType<LabelField>().ToArray();
        if (all.Length > 0)
        {
            fields[output] = all;
        }
    }
}
