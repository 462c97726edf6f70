using System.Runtime.InteropServices;
using Espalier.Labels;

namespace Espalier.Structures;

/// <summary>
/// Which slices of which parameter dimensions carry which class of labels. Dimensions that share one array of labels (a weight's rows, its bias, the next
/// weight's columns) are kept together as one <em>axis</em>.
/// </summary>
internal sealed class SliceIndex
{
    private readonly BlockIndex blocks;
    private readonly List<Axis> axes = [];
    private readonly CutSet trial;
    private readonly List<int> entailed = [];
    private readonly int[] starts;
    private readonly int[] axisOf;
    private readonly Buckets slots;

    public SliceIndex(LabelTracker labels, BlockIndex blocks)
    {
        this.blocks = blocks;
        trial = new CutSet(blocks);
        var dimensions = new List<ParameterDimension>();
        var known = new Dictionary<int[], Axis>(ReferenceEqualityComparer.Instance);
        // Different arrays have become the same coordinates by merging: all that is added along a residual stream.
        var same = new Dictionary<LabelSet, Axis>();
        var builder = new Buckets.Builder(labels.Forest.Count);
        var first = new List<int>();
        var slot = 0;
        foreach (var (parameter, fields) in labels.Parameters)
        {
            foreach (var field in fields)
            {
                if (!known.TryGetValue(field.Labels, out var axis))
                {
                    var classes = Array.ConvertAll(field.Labels, labels.Forest.Find);
                    if (!same.TryGetValue(new LabelSet(classes), out axis))
                    {
                        axis = new Axis(classes);
                        same.Add(new LabelSet(classes), axis);
                        axes.Add(axis);
                        first.Add(slot);
                        foreach (var @class in classes)
                        {
                            builder.Add(@class, slot++);
                        }
                    }

                    known.Add(field.Labels, axis);
                }

                var key = (parameter, field.Dimensions[0]);
                var dimension = new ParameterDimension(
                    dimensions.Count, parameter, key.Item2, axis.Classes, labels.Producers.Contains(key), labels.Consumers.Contains(key));
                dimensions.Add(dimension);
                axis.Dimensions.Add(dimension);
            }
        }

        Dimensions = dimensions;
        starts = [.. first];
        axisOf = new int[slot];
        for (var axis = 0; axis < axes.Count; axis++)
        {
            axisOf.AsSpan(starts[axis], axes[axis].Classes.Length).Fill(axis);
        }

        slots = builder.Build();
    }

    /// <summary>All parameter dimensions, in the order in which the model uses them.</summary>
    public IReadOnlyList<ParameterDimension> Dimensions { get; }

    /// <summary>Whether a parameter has slices of the class itself.</summary>
    public bool HasSlices(int @class) => !slots[@class].IsEmpty;

    /// <summary>The parameter dimensions that these classes and all that they entail hold slices of: producers, followers, then consumers.</summary>
    public IReadOnlyList<StructureMember> MembersOf(int[] classes) =>
    [
        .. IndicesByAxis(classes)
            .SelectMany(pair => pair.Axis.Dimensions.Select(dimension => (dimension, pair.Indices)))
            .OrderBy(m => m.dimension.Role).ThenBy(m => m.dimension.Number)
            .Select(m => new StructureMember(
                m.dimension.Parameter, m.dimension.Dimension, m.dimension.Classes.Length, m.dimension.Role, m.Indices))
    ];

    /// <summary>For each axis that not all of the units hold a slice of: those that do. If all of them go, nothing of the axis is left.</summary>
    public IReadOnlyList<int[]> PartialUnits(int[] classes)
    {
        var last = new int[axes.Count];
        var counts = new int[axes.Count];
        ForEachSlot(classes, (unit, axis) =>
        {
            if (last[axis] != unit + 1)
            {
                last[axis] = unit + 1;
                counts[axis]++;
            }
        });
        var partial = new SortedDictionary<int, List<int>>();
        for (var axis = 0; axis < counts.Length; axis++)
        {
            if (counts[axis] > 0 && counts[axis] < classes.Length)
            {
                partial.Add(axis, []);
            }
        }

        if (partial.Count > 0)
        {
            ForEachSlot(classes, (unit, axis) =>
            {
                if (partial.TryGetValue(axis, out var units) && (units.Count == 0 || units[^1] != unit))
                {
                    units.Add(unit);
                }
            });
        }

        return [.. partial.Values.Select(units => units.ToArray())];
    }

    private void ForEachSlot(int[] classes, Action<int, int> visit)
    {
        for (var unit = 0; unit < classes.Length; unit++)
        {
            foreach (var @class in Entailed(classes[unit]))
            {
                foreach (var slot in slots[@class])
                {
                    visit(unit, axisOf[slot]);
                }
            }
        }
    }

    /// <summary>The parameter dimensions that lose something, each with the positions that stay.</summary>
    public IEnumerable<(ParameterDimension Dimension, IReadOnlyList<int> Kept)> Touched(CutSet cut) => TouchedAxes(cut)
        .SelectMany(axis =>
        {
            IReadOnlyList<int> kept = [.. Enumerable.Range(0, axis.Classes.Length).Where(i => !cut.ContainsClass(axis.Classes[i]))];
            return axis.Dimensions.Select(dimension => (dimension, kept));
        })
        .OrderBy(pair => pair.dimension.Number);

    /// <summary>A parameter dimension of which nothing would be left; null if there is none.</summary>
    public ParameterDimension? FirstEmptied(CutSet cut) => TouchedAxes(cut)
        .Where(axis => Array.TrueForAll(axis.Classes, cut.ContainsClass))
        .Select(axis => axis.Dimensions[0]).MinBy(dimension => dimension.Number);

    private IEnumerable<Axis> TouchedAxes(CutSet cut)
    {
        var isTouched = new bool[axes.Count];
        foreach (var @class in cut.Classes)
        {
            foreach (var slot in slots[@class])
            {
                isTouched[axisOf[slot]] = true;
            }
        }

        return axes.Where((_, i) => isTouched[i]);
    }

    private List<(Axis Axis, int[][] Indices)> IndicesByAxis(int[] classes)
    {
        var indices = new Dictionary<int, int[]?[]>();
        for (var unit = 0; unit < classes.Length; unit++)
        {
            foreach (var @class in Entailed(classes[unit]))
            {
                foreach (var slot in slots[@class])
                {
                    var axis = axisOf[slot];
                    if (!indices.TryGetValue(axis, out var perUnit))
                    {
                        indices.Add(axis, perUnit = new int[]?[classes.Length]);
                    }

                    var index = slot - starts[axis];
                    perUnit[unit] = perUnit[unit] is { } before ? [.. before, index] : [index];
                }
            }
        }

        return
        [
            .. indices.OrderBy(pair => pair.Key).Select(pair => (axes[pair.Key], Array.ConvertAll(pair.Value, list =>
            {
                Array.Sort(list ??= []);
                return list;
            })))
        ];
    }

    /// <summary>The class and what it entails; valid until the next call.</summary>
    private ReadOnlySpan<int> Entailed(int @class)
    {
        entailed.Clear();
        if (!blocks.IsBlock(@class))
        {
            entailed.Add(@class);
            return CollectionsMarshal.AsSpan(entailed);
        }

        trial.Clear();
        trial.Add(@class);
        entailed.AddRange(trial.Classes);
        return CollectionsMarshal.AsSpan(entailed);
    }

    /// <summary>One dimension of one parameter.</summary>
    internal sealed record ParameterDimension(int Number, string Parameter, int Dimension, int[] Classes, bool IsProducer, bool IsConsumer)
    {
        public MemberRole Role => IsProducer ? MemberRole.Producer : IsConsumer ? MemberRole.Consumer : MemberRole.Follower;
    }

    private sealed class Axis(int[] classes)
    {
        public int[] Classes { get; } = classes;

        public List<ParameterDimension> Dimensions { get; } = [];
    }
}
