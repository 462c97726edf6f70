using Espalier.Graphs;
using Espalier.Labels;
using Espalier.Operators;

namespace Espalier.Structures;

/// <summary>What hangs together in a model: its structure groups, and why the rest cannot be cut.</summary>
public sealed class ModelStructure
{
    private readonly Dictionary<string, StructureGroup> byName;
    private readonly StructureGroup[] groups;
    private UnitIndex? units;

    private ModelStructure(IReadOnlyList<Graph> graphs, LabelTracker labels)
    {
        Graphs = graphs;
        Labels = labels;
        Blocks = new BlockIndex(labels.Forest);
        Rectangles = new RectangleIndex(labels);
        Slices = new SliceIndex(labels, Blocks);
        Rows = new RowIndex(labels);
        groups = [.. new GroupFinder(Blocks, Slices, Rows, Rectangles).Find()];
        Sizes = new SizeIndex(labels);
        var trial = new CutSet(Blocks);
        StructureGroup[] held = [.. groups.Where(group => GroupTrial.CanBeCut(this, group, trial))];
        if (held.Length < groups.Length)
        {
            (groups, units) = (held, null);
        }

        byName = groups.ToDictionary(group => group.Name, StringComparer.Ordinal);
    }

    /// <summary>The graphs that were looked at: evaluation first, then training where that differs.</summary>
    public IReadOnlyList<Graph> Graphs { get; }

    /// <summary>All groups with at least one unit, in the order in which the model uses them.</summary>
    public IReadOnlyList<IStructureGroup> Groups => groups;

    internal LabelTracker Labels { get; }

    internal BlockIndex Blocks { get; }

    internal RectangleIndex Rectangles { get; }

    internal SliceIndex Slices { get; }

    internal RowIndex Rows { get; }

    internal SizeIndex Sizes { get; }

    internal UnitIndex Units => units ??= new UnitIndex(groups);

    /// <summary>Finds the structure of a model from its graphs. No tensor is allocated.</summary>
    /// <param name="graphs">One graph, or one for evaluation and one for training.</param>
    /// <param name="protectedParameters">Parameters none of whose producing dimensions may be cut: the caller's protected layers.</param>
    /// <exception cref="ArgumentException">A protected parameter is not in the model.</exception>
    public static ModelStructure Find(IReadOnlyList<Graph> graphs, IReadOnlyCollection<string>? protectedParameters = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(graphs.Count);
        var labels = new LabelTracker();
        foreach (var graph in graphs)
        {
            if (!ReferenceEquals(graph, graphs[0]) && GraphTwin.Same(graphs[0], graph))
            {
                labels.CopyTwin(graphs[0], graph);
                continue;
            }

            foreach (var node in graph.Nodes)
            {
                OperatorTable.Find(node.Operator)!.Propagate(node, labels);
            }

            foreach (var output in graph.Outputs)
            {
                labels.Pin(output, "it is an output of the model");
            }
        }

        Protect(labels, protectedParameters ?? []);
        SizeChecks.Apply(labels);
        return new ModelStructure(graphs, labels);
    }

    /// <summary>The group of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists names that are close.</exception>
    public IStructureGroup Group(string name) => byName.TryGetValue(name, out var group)
        ? group
        : throw new KeyNotFoundException(
            $"The model has no structure group '{name}'. Its groups are: {string.Join(", ", byName.Keys.Take(20))}{(byName.Count > 20 ? ", ..." : "")}.");

    /// <summary>
    /// The units that the coordinates of a value are: one entry for each set of dimensions whose coordinates count together, and one more for each group whose
    /// blocks they lie in. Empty if nothing of it can be cut.
    /// </summary>
    /// <param name="value">A value of one of <see cref="Graphs"/>.</param>
    public IReadOnlyList<ValueUnits> UnitsOf(Value value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return [.. Labels.FieldsOf(value).SelectMany(UnitsOf).Where(units => units.Units.Any(unit => unit is not null))];
    }

    /// <summary>Why the coordinates of a parameter's dimension cannot be cut one by one, each reason once; empty if all of them can.</summary>
    public IReadOnlyList<string> Obstacles(string parameter, int dimension)
    {
        if (!Labels.Parameters.TryGetValue(parameter, out var fields))
        {
            return [$"no graph of the model uses '{parameter}'"];
        }

        return fields.FirstOrDefault(field => field.Dimensions[0] == dimension) is { } found
            ? [.. found.Labels.Select(label => Labels.Forest.PinOf(label) ?? Labels.Forest.LockOf(label)).OfType<string>().Distinct()]
            : ["its size is one"];
    }

    private IEnumerable<ValueUnits> UnitsOf(LabelField field)
    {
        var classes = Array.ConvertAll(field.Labels, Labels.Forest.Find);
        yield return new(field.Dimensions, field.Sizes, Array.ConvertAll(classes, UnitOf));

        // A coordinate may lie in several blocks: a head, and a neuron that all heads have in common.
        var byGroup = new Dictionary<IStructureGroup, (IStructureGroup Group, int Unit)?[]>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < classes.Length; i++)
        {
            foreach (var block in BlocksAround(classes[i]))
            {
                if (UnitOf(Blocks.ClassOf(block)) is { } unit)
                {
                    if (!byGroup.TryGetValue(unit.Group, out var units))
                    {
                        byGroup.Add(unit.Group, units = new (IStructureGroup, int)?[classes.Length]);
                    }

                    units[i] = unit;
                }
            }
        }

        foreach (var units in byGroup.Values)
        {
            yield return new(field.Dimensions, field.Sizes, units);
        }
    }

    /// <summary>The blocks that a class is a member of; where it is a block itself, those that hold all its members.</summary>
    private IEnumerable<int> BlocksAround(int @class)
    {
        var own = Blocks.BlocksOf(@class).ToArray().SelectMany(block => Blocks.MembersOf(block).ToArray()).ToArray();
        var around = own.Select(member => Blocks.BlocksOver(member).ToArray().AsEnumerable()).ToArray();
        return [.. Blocks.BlocksOver(@class).ToArray(), .. around.Length == 0 ? [] : around.Aggregate((common, blocks) => common.Intersect(blocks))];
    }

    private (IStructureGroup Group, int Unit)? UnitOf(int @class) => Units.Find(@class) is var (group, unit) ? (group, unit) : null;

    private static void Protect(LabelTracker labels, IReadOnlyCollection<string> names)
    {
        foreach (var name in names)
        {
            if (!labels.Parameters.TryGetValue(name, out var fields))
            {
                throw new ArgumentException($"The protected parameter '{name}' is not used by the model.");
            }

            foreach (var field in fields.Where(f => !labels.Consumers.Contains((name, f.Dimensions[0]))))
            {
                foreach (var label in field.Labels)
                {
                    labels.Forest.Pin(label, $"{name} is protected");
                }
            }
        }
    }
}
