using Espalier.Labels;

namespace Espalier.Structures;

/// <summary>Sorts the classes of labels that may be cut into groups.</summary>
internal sealed class GroupFinder
{
    private readonly BlockIndex blocks;
    private readonly LabelForest forest;
    private readonly CutSet trial;
    private readonly SliceIndex slices;
    private readonly RowIndex rows;
    private readonly RectangleIndex rectangles;
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);

    public GroupFinder(BlockIndex blocks, SliceIndex slices, RowIndex rows, RectangleIndex rectangles)
    {
        this.blocks = blocks;
        this.slices = slices;
        this.rows = rows;
        this.rectangles = rectangles;
        forest = blocks.Forest;
        trial = new CutSet(blocks);
    }

    public IReadOnlyList<StructureGroup> Find()
    {
        var groups = new List<StructureGroup>();
        var taken = new LabelBits(forest.Count);
        foreach (var (name, classes) in Components())
        {
            foreach (var @class in classes)
            {
                taken.Add(@class);
            }

            Add(groups, name, classes, isBlock: false);
        }

        foreach (var family in Enumerable.Range(0, forest.Blocks.Count).GroupBy(forest.FamilyOf))
        {
            int[] classes = [.. family.Select(blocks.ClassOf).Distinct()];
            if (!Array.TrueForAll(classes, taken.Contains))
            {
                foreach (var @class in classes)
                {
                    taken.Add(@class);
                }

                Add(groups, null, classes, isBlock: true);
            }
        }

        return groups;
    }

    /// <summary>
    /// Classes with parameter slices of their own, linked by the dimensions that produce them; each in the order of that dimension, under the name of the first.
    /// </summary>
    private IEnumerable<(string Name, int[] Classes)> Components()
    {
        var dimensions = slices.Dimensions;
        var isProduced = new LabelBits(forest.Count);
        var produced = dimensions.Where(d => d.IsProducer).Select(d => d.Classes).ToHashSet();
        foreach (var classes in produced)
        {
            foreach (var @class in classes)
            {
                isProduced.Add(@class);
            }
        }

        // Where something produces a class, only producers link: a norm over joined tensors must not join their groups. Blocks have families instead.
        bool Links(SliceIndex.ParameterDimension dimension, int @class) =>
            dimension.IsProducer || (!isProduced.Contains(@class) && !blocks.IsBlock(@class));

        var sets = new DisjointSets();
        var first = new LabelMap();
        var linking = new List<int>();
        var isLinkingDimension = new bool[dimensions.Count];
        var seen = new Dictionary<(int[] Classes, bool IsProducer), int>();
        for (var i = 0; i < dimensions.Count; i++)
        {
            sets.Add();
            if (!seen.TryAdd((dimensions[i].Classes, dimensions[i].IsProducer), i))
            {
                // The same coordinates in the same role: a weight's bias says what its rows have said.
                var before = seen[(dimensions[i].Classes, dimensions[i].IsProducer)];
                sets.Merge(before, i);
                if (isLinkingDimension[before])
                {
                    isLinkingDimension[i] = true;
                    linking.Add(i);
                }

                continue;
            }

            if (!dimensions[i].IsProducer && produced.Contains(dimensions[i].Classes))
            {
                continue;
            }

            var isLinking = false;
            foreach (var @class in dimensions[i].Classes)
            {
                if (!Links(dimensions[i], @class))
                {
                    continue;
                }

                isLinking = true;
                ref var before = ref first.At(@class);
                if (before == 0)
                {
                    before = i + 1;
                }
                else
                {
                    sets.Merge(before - 1, i);
                }
            }

            if (isLinking)
            {
                isLinkingDimension[i] = true;
                linking.Add(i);
            }
        }

        var isListed = new LabelBits(forest.Count);
        foreach (var component in linking.GroupBy(sets.Find))
        {
            SliceIndex.ParameterDimension[] own = [.. component.Select(i => dimensions[i]).DistinctBy(d => (d.Classes, d.IsProducer))];
            var classes = new List<int>(own[0].Classes.Length);
            foreach (var dimension in own)
            {
                foreach (var @class in dimension.Classes)
                {
                    if (Links(dimension, @class) && isListed.Add(@class))
                    {
                        classes.Add(@class);
                    }
                }
            }

            // A layer's own neurons, as a rule: then the list is what the dimension has.
            var isWhole = own.Length == 1 && classes.Count == own[0].Classes.Length;
            yield return (dimensions[component.Key].Parameter, isWhole ? own[0].Classes : [.. classes]);
        }
    }

    /// <summary>Whether the class may be chosen, and cutting it takes along nothing pinned and no part of a line that only goes whole.</summary>
    private bool IsFree(int @class)
    {
        if (blocks.IsLocked(@class))
        {
            return false;
        }

        if (!blocks.IsBlock(@class) && !rectangles.Touch(@class))
        {
            return !blocks.IsPinned(@class) && slices.HasSlices(@class);
        }

        var hasSlices = false;
        foreach (var entailed in slices.Entailed(@class))
        {
            hasSlices |= slices.HasSlices(entailed);
            if (blocks.IsPinned(entailed))
            {
                return false;
            }
        }

        if (!hasSlices || rectangles.IsEmpty)
        {
            return hasSlices;
        }

        trial.Clear();
        trial.Add(@class);
        return rectangles.Hold(trial);
    }

    private void Add(List<StructureGroup> groups, string? name, int[] candidates, bool isBlock)
    {
        var classes = Array.TrueForAll(candidates, IsFree) ? candidates : Array.FindAll(candidates, IsFree);
        if (classes.Length < 2)
        {
            return;
        }

        // A table with one entry per head, say: its entries are the heads themselves.
        isBlock |= classes.All(blocks.IsBlock);
        var (rowOfUnit, rowCount) = rows.RowsOf(classes);
        var granularity = rowCount > 1 ? StructureGranularity.RowElement : isBlock ? StructureGranularity.Block : StructureGranularity.Channel;
        groups.Add(new StructureGroup(UniqueName(name ?? slices.FirstParameter(classes[0]), name is null ? "#block" : ""), granularity, classes, slices, rowOfUnit));
    }

    private string UniqueName(string parameter, string suffix)
    {
        const string Weight = ".weight";
        var name = (parameter.EndsWith(Weight, StringComparison.Ordinal) ? parameter[..^Weight.Length] : parameter) + suffix;
        var number = names[name] = names.GetValueOrDefault(name) + 1;
        return number == 1 ? name : $"{name}~{number}";
    }
}
