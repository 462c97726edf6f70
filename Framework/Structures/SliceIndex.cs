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
    private readonly int[] single = new int[1];
    private readonly Dictionary<int, int[]> entailed = [];
    private readonly int[] starts;
    private readonly int[] axisOf;
    private readonly LabelLists slots;

    public SliceIndex(LabelTracker labels, BlockIndex blocks)
    {
        this.blocks = blocks;
        trial = new CutSet(blocks);
        var dimensions = new List<ParameterDimension>();
        var known = new Dictionary<int[], Axis>(ReferenceEqualityComparer.Instance);
        // Different arrays have become the same coordinates by merging: all that is added along a residual stream.
        var same = new Dictionary<LabelSet, Axis>();
        slots = new LabelLists();
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
                            slots.Add(@class, slot++);
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
        var unitsOf = new List<int>?[axes.Count];
        for (var unit = 0; unit < classes.Length; unit++)
        {
            foreach (var @class in Entailed(classes[unit]))
            {
                foreach (var slot in slots[@class])
                {
                    var units = unitsOf[axisOf[slot]] ??= new(unit == 0 ? classes.Length : 4);
                    if (units.Count == 0 || units[^1] != unit)
                    {
                        units.Add(unit);
                    }
                }
            }
        }

        return [.. unitsOf.Where(units => units is not null && units.Count < classes.Length).Select(units => units!.ToArray())];
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
        var indices = new Dictionary<int, List<int>?[]>();
        for (var unit = 0; unit < classes.Length; unit++)
        {
            foreach (var @class in Entailed(classes[unit]))
            {
                foreach (var slot in slots[@class])
                {
                    var axis = axisOf[slot];
                    if (!indices.TryGetValue(axis, out var perUnit))
                    {
                        indices.Add(axis, perUnit = new List<int>?[classes.Length]);
                    }

                    (perUnit[unit] ??= []).Add(slot - starts[axis]);
                }
            }
        }

        return
        [
            .. indices.OrderBy(pair => pair.Key).Select(pair => (axes[pair.Key], Array.ConvertAll(pair.Value, list =>
            {
                int[] sorted = [.. list ?? []];
                Array.Sort(sorted);
                return sorted;
            })))
        ];
    }

    /// <summary>The class and what it entails by itself; valid until the next call.</summary>
    public ReadOnlySpan<int> Entailed(int @class)
    {
        if (!blocks.IsBlock(@class))
        {
            single[0] = @class;
            return single;
        }

        if (!entailed.TryGetValue(@class, out var known))
        {
            trial.Clear();
            trial.Add(@class);
            entailed.Add(@class, known = trial.Classes.ToArray());
        }

        return known;
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
