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

    /// <summary>The axes that a class lies on.</summary>
    private readonly LabelLists axesOf = new();

    public SliceIndex(LabelTracker labels, BlockIndex blocks)
    {
        this.blocks = blocks;
        trial = new CutSet(blocks);
        var dimensions = new List<ParameterDimension>();
        var known = new Dictionary<int[], Axis>(ReferenceEqualityComparer.Instance);
        // Different arrays have become the same coordinates by merging: all that is added along a residual stream.
        var same = new Dictionary<LabelSet, Axis>();
        foreach (var (parameter, fields) in labels.Parameters)
        {
            foreach (var field in fields)
            {
                if (!known.TryGetValue(field.Labels, out var axis))
                {
                    var classes = labels.Forest.ClassOfEach(field.Labels);
                    if (!same.TryGetValue(new LabelSet(classes), out axis))
                    {
                        axis = new Axis(classes);
                        same.Add(new LabelSet(classes), axis);
                        axes.Add(axis);
                        foreach (var @class in classes)
                        {
                            axesOf.AddOnce(@class, axes.Count - 1);
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
    }

    /// <summary>All parameter dimensions, in the order in which the model uses them.</summary>
    public IReadOnlyList<ParameterDimension> Dimensions { get; }

    /// <summary>Whether a parameter has slices of the class itself.</summary>
    public bool HasSlices(int @class) => !axesOf[@class].IsEmpty;

    /// <summary>The parameter dimensions that these classes and all that they entail hold slices of: producers, followers, then consumers.</summary>
    public IReadOnlyList<StructureMember> MembersOf(int[] classes) =>
    [
        .. IndicesByAxis(classes)
            .SelectMany(pair => pair.Axis.Dimensions.Select(dimension => (dimension, pair.Indices)))
            .OrderBy(m => m.dimension.Role).ThenBy(m => m.dimension.Number)
            .Select(m => new StructureMember(
                m.dimension.Parameter, m.dimension.Dimension, m.dimension.Classes.Length, m.dimension.Role, m.Indices))
    ];

    /// <summary>The parameter that comes first among those that the class and what it entails hold slices of.</summary>
    public string FirstParameter(int @class)
    {
        ParameterDimension? first = null;
        foreach (var entailed in Entailed(@class))
        {
            foreach (var axis in axesOf[entailed])
            {
                var own = axes[axis].First;
                first = first is null || (own.Role, own.Number).CompareTo((first.Role, first.Number)) < 0 ? own : first;
            }
        }

        return first!.Parameter;
    }

    /// <summary>For each axis that not all of the units hold a slice of: those that do. If all of them go, nothing of the axis is left.</summary>
    public IReadOnlyList<int[]> PartialUnits(int[] classes)
    {
        var unitsOf = new List<int>?[axes.Count];
        for (var unit = 0; unit < classes.Length; unit++)
        {
            foreach (var @class in Entailed(classes[unit]))
            {
                foreach (var axis in axesOf[@class])
                {
                    var units = unitsOf[axis] ??= new(unit == 0 ? classes.Length : 4);
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
            foreach (var axis in axesOf[@class])
            {
                isTouched[axis] = true;
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
                foreach (var axis in axesOf[@class])
                {
                    if (!indices.TryGetValue(axis, out var perUnit))
                    {
                        indices.Add(axis, perUnit = new List<int>?[classes.Length]);
                    }

                    axes[axis].AddPositions(@class, perUnit[unit] ??= []);
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
        private readonly bool isAscending = IsAscending(classes);
        private LabelLists? positions;
        private ParameterDimension? first;

        public int[] Classes { get; } = classes;

        public List<ParameterDimension> Dimensions { get; } = [];

        /// <summary>The first dimension: producers, followers, then consumers.</summary>
        public ParameterDimension First => first ??= Dimensions.MinBy(dimension => (dimension.Role, dimension.Number))!;

        /// <summary>Adds where on the axis a class lies.</summary>
        public void AddPositions(int @class, List<int> found)
        {
            if (isAscending)
            {
                found.Add(Array.BinarySearch(Classes, @class));
                return;
            }

            // Listed when they are first asked for: many axes are never cut.
            foreach (var position in (positions ??= Positions())[@class])
            {
                found.Add(position);
            }
        }

        private LabelLists Positions()
        {
            var lists = new LabelLists();
            for (var position = 0; position < Classes.Length; position++)
            {
                lists.Add(Classes[position], position);
            }

            return lists;
        }

        private static bool IsAscending(int[] classes)
        {
            for (var i = 1; i < classes.Length; i++)
            {
                if (classes[i] <= classes[i - 1])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
