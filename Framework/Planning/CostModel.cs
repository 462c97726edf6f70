using Espalier.Counting;
using Espalier.Graphs;
using Espalier.Labels;
using Espalier.Structures;

namespace Espalier.Planning;

/// <summary>
/// What a model would cost after a cut, from its graph and the widths that the cut leaves: exact, and without cutting or tracing anything. Only the operators
/// and parameters that a cut touches are counted again.
/// </summary>
public sealed class CostModel
{
    private readonly ModelStructure structure;
    private readonly Func<Node, long> count;
    private readonly List<Item> items = [];
    private readonly LabelLists itemsOf;
    private readonly CutSet trial;

    /// <summary>A model's costs.</summary>
    /// <param name="model">The model.</param>
    /// <param name="structure">Its structure, found from its graphs.</param>
    /// <param name="convention">What counts as a MAC.</param>
    public CostModel(TracedModel model, ModelStructure structure, MacConvention convention = MacConvention.Products)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(structure);
        this.structure = structure;
        count = MacCount.By(convention, model.Evaluation);
        trial = new CutSet(structure.Blocks);
        items.AddRange(model.Evaluation.Parameters.Where(value => value.Kind == ValueKind.Parameter).Select(value => new Item(null, [value], value.Count)));
        items.AddRange(model.Evaluation.Nodes.Select(node => new Item(node, [.. node.Inputs, .. node.Outputs], count(node))).Where(item => item.Cost > 0));
        itemsOf = Index();
        Dense = new ModelCost(
            structure.Groups.Where(group => group.Granularity != StructureGranularity.Block).Sum(group => (long)group.Count),
            items.Where(item => item.Node is null).Sum(item => item.Cost), items.Where(item => item.Node is not null).Sum(item => item.Cost));
    }

    /// <summary>The costs as they are. Units are those of all groups but blocks, whose members would count twice.</summary>
    public ModelCost Dense { get; }

    /// <summary>The costs once these units, and what goes with them, have gone.</summary>
    /// <param name="units">For each group, the units that go.</param>
    /// <exception cref="PlanException">A group or unit does not exist.</exception>
    public ModelCost After(IReadOnlyDictionary<string, IReadOnlyList<int>> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        trial.Clear();
        new PlanUnits(structure).Add(trial, units);
        return After(trial);
    }

    internal ModelCost After(CutSet cut)
    {
        var sizes = new Sizes(structure.Labels, cut);
        var isTouched = new bool[items.Count];
        foreach (var @class in cut.Classes)
        {
            foreach (var item in itemsOf[@class])
            {
                isTouched[item] = true;
            }
        }

        var (parameters, macs) = (Dense.Parameters, Dense.Macs);
        for (var i = 0; i < items.Count; i++)
        {
            if (!isTouched[i])
            {
                continue;
            }

            if (items[i].Node is { } node)
            {
                macs += count(ResizedNode.Of(node, sizes.Of)) - items[i].Cost;
            }
            else
            {
                parameters += sizes.Of(items[i].Values[0]).Aggregate(1L, (total, size) => total * size) - items[i].Cost;
            }
        }

        return new ModelCost(KeptUnits(cut), parameters, macs);
    }

    private long KeptUnits(CutSet cut)
    {
        var kept = Dense.Units;
        foreach (var @class in cut.Classes)
        {
            if (structure.Units.Find(@class) is { Group.Granularity: not StructureGranularity.Block })
            {
                kept--;
            }
        }

        return kept;
    }

    private LabelLists Index()
    {
        var lists = new LabelLists();
        for (var i = 0; i < items.Count; i++)
        {
            foreach (var labels in items[i].Values.SelectMany(structure.Labels.FieldsOf).Select(field => field.Labels).Distinct())
            {
                foreach (var label in labels)
                {
                    lists.Add(structure.Labels.Forest.Find(label), i);
                }
            }
        }

        return lists;
    }

    /// <summary>A parameter, or an operator with the values that its cost may depend on.</summary>
    private readonly record struct Item(Node? Node, Value[] Values, long Cost);

    /// <summary>Shapes after a cut. Many values share one array of labels, which is counted once.</summary>
    private sealed class Sizes(LabelTracker labels, CutSet cut)
    {
        private readonly SizeResolver resolver = new(labels, cut);
        private readonly Dictionary<int[], long> known = new(ReferenceEqualityComparer.Instance);

        public long[] Of(Value value)
        {
            long[] shape = [.. value.Shape];
            foreach (var field in labels.FieldsOf(value))
            {
                if (!field.IsFlat)
                {
                    foreach (var dimension in field.Dimensions)
                    {
                        shape[dimension] = resolver.SizeOf(value, dimension);
                    }

                    continue;
                }

                if (!known.TryGetValue(field.Labels, out var size))
                {
                    known.Add(field.Labels, size = cut.CountKept(field.Labels));
                }

                shape[field.Dimensions[0]] = size;
            }

            return shape;
        }
    }
}
