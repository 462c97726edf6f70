using Espalier.Labels;
using Espalier.Symbolic;

namespace Espalier.Structures;

/// <summary>Which of the sizes that a model writes a cut can change: a check of a cut in one block need not look at the others.</summary>
internal sealed class SizeIndex
{
    private readonly IReadOnlyList<SizeUse> uses;

    /// <summary>The arrays of labels that sizes are about, by class; many sizes are about the same.</summary>
    private readonly LabelLists axesOf;
    private readonly List<List<int>> usesOfAxis = [];
    private readonly Dictionary<Graphs.SizeBinding, List<int>> usesOfField = [];

    public SizeIndex(LabelTracker labels)
    {
        uses = labels.SizeUses;
        axesOf = new LabelLists();
        var axes = new Dictionary<int[], int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < uses.Count; i++)
        {
            foreach (var (value, dimension) in Dimensions(uses[i]))
            {
                if (labels.FieldAt(value, dimension) is { } field)
                {
                    if (!axes.TryGetValue(field.Labels, out var axis))
                    {
                        axes.Add(field.Labels, axis = usesOfAxis.Count);
                        usesOfAxis.Add([]);
                        AddClasses(labels.Forest, field.Labels, axis);
                    }

                    usesOfAxis[axis].Add(i);
                }
            }

            foreach (var binding in Fields(uses[i].Size))
            {
                if (!usesOfField.TryGetValue(binding, out var list))
                {
                    usesOfField.Add(binding, list = []);
                }

                list.Add(i);
            }
        }
    }

    /// <summary>The sizes that may change, and those that share a field of a module with one that may, in the order of the model.</summary>
    public IReadOnlyList<SizeUse> Touched(CutSet cut)
    {
        var isTouched = new bool[uses.Count];
        var isTouchedAxis = new bool[usesOfAxis.Count];
        var pending = new Stack<int>();
        foreach (var @class in cut.Classes)
        {
            foreach (var axis in axesOf[@class])
            {
                isTouchedAxis[axis] = true;
            }
        }

        for (var axis = 0; axis < isTouchedAxis.Length; axis++)
        {
            if (isTouchedAxis[axis])
            {
                usesOfAxis[axis].ForEach(Touch);
            }
        }

        while (pending.TryPop(out var use))
        {
            foreach (var other in Fields(uses[use].Size).SelectMany(binding => usesOfField[binding]))
            {
                Touch(other);
            }
        }

        return [.. uses.Where((_, i) => isTouched[i])];

        void Touch(int use)
        {
            if (!isTouched[use])
            {
                isTouched[use] = true;
                pending.Push(use);
            }
        }
    }

    private void AddClasses(LabelForest forest, int[] labels, int axis)
    {
        foreach (var label in labels)
        {
            axesOf.AddOnce(forest.Find(label), axis);
        }
    }

    private static IEnumerable<(Graphs.Value Value, int Dimension)> Dimensions(SizeUse use)
    {
        yield return (use.Value, use.Dimension);
        if (use.Divisor is { } divisor)
        {
            yield return divisor;
        }

        foreach (var source in Sources(use.Size))
        {
            yield return source;
        }
    }

    internal static IEnumerable<(Graphs.Value Value, int Dimension)> Sources(Dim size) => size.Source switch
    {
        DimSource.SizeOf origin => [(origin.Value, origin.Dimension)],
        DimSource.Computed computed => Sources(computed.Left).Concat(Sources(computed.Right)),
        _ => [],
    };

    private static IEnumerable<Graphs.SizeBinding> Fields(Dim size) => size.Source switch
    {
        DimSource.Field field => [field.Binding],
        DimSource.Computed computed => Fields(computed.Left).Concat(Fields(computed.Right)),
        _ => [],
    };
}
