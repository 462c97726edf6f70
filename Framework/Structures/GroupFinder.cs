using Espalier.Labels;

namespace Espalier.Structures;

/// <summary>Sorts the classes of labels that may be cut into groups.</summary>
internal sealed class GroupFinder
{
    private readonly LabelTracker labels;
    private readonly BlockIndex blocks;
    private readonly LabelForest forest;
    private readonly SliceIndex slices;
    private readonly RectangleIndex rectangles;
    private readonly Dictionary<int, bool> pinned = [];
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);

    public GroupFinder(LabelTracker labels, BlockIndex blocks)
    {
        this.labels = labels;
        this.blocks = blocks;
        forest = labels.Forest;
        slices = new SliceIndex(labels);
        rectangles = new RectangleIndex(labels);
    }

    public IReadOnlyList<StructureGroup> Find()
    {
        var rows = new RowIndex(labels);
        var groups = new List<StructureGroup>();
        var taken = new HashSet<int>();
        foreach (var classes in Components())
        {
            taken.UnionWith(classes.Classes);
            Add(groups, [.. classes.Classes.Where(IsFree)], classes.Name, rows, isBlock: false);
        }

        foreach (var family in Enumerable.Range(0, forest.Blocks.Count).GroupBy(forest.FamilyOf))
        {
            int[] classes = [.. family.Select(block => blocks.ClassOf(block)).Distinct()];
            if (!classes.All(taken.Contains))
            {
                taken.UnionWith(classes);
                Add(groups, [.. classes.Where(IsFree)], null, rows, isBlock: true);
            }
        }

        return groups;
    }

    /// <summary>
    /// Classes with parameter slices of their own, linked by the dimensions that produce them; each in the order of that dimension, under the name of the first.
    /// </summary>
    private IEnumerable<(string Name, List<int> Classes)> Components()
    {
        var dimensions = slices.Dimensions;
        var sets = new DisjointSets();
        var firstOfClass = new Dictionary<int, int>();
        var produced = new HashSet<int>(dimensions.Where(d => d.IsProducer).SelectMany(d => d.Classes));
        // Where something produces a class, only producers link: a norm over joined tensors must not join their groups. Blocks have families instead.
        var linking = dimensions.Select(d => d.IsProducer
            ? d.Classes
            : [.. d.Classes.Where(c => !produced.Contains(c) && blocks.BlocksOf(c).Count == 0)]).ToArray();
        for (var i = 0; i < linking.Length; i++)
        {
            sets.Add();
            foreach (var @class in linking[i])
            {
                if (!firstOfClass.TryAdd(@class, i))
                {
                    sets.Merge(firstOfClass[@class], i);
                }
            }
        }

        return Enumerable.Range(0, linking.Length)
            .Where(i => linking[i].Length > 0)
            .GroupBy(sets.Find)
            .Select(component => (dimensions[component.Key].Parameter, component.SelectMany(i => linking[i]).Distinct().ToList()));
    }

    private bool IsFree(int @class) => forest.LockOf(@class) is null && !IsPinned(@class);

    /// <summary>Whether cutting the class would take something pinned along, or part of a line that only goes whole.</summary>
    private bool IsPinned(int @class)
    {
        if (blocks.BlocksOf(@class).Count == 0 && blocks.BlocksOver(@class).Count == 0)
        {
            return forest.PinOf(@class) is not null;
        }

        if (!pinned.TryGetValue(@class, out var known))
        {
            var cut = new CutSet(blocks);
            cut.Add(@class);
            known = cut.Classes.Any(c => forest.PinOf(c) is not null) || !rectangles.Hold(cut);
            pinned.Add(@class, known);
        }

        return known;
    }

    private void Add(List<StructureGroup> groups, int[] classes, string? name, RowIndex rows, bool isBlock)
    {
        if (classes.Length < 2)
        {
            return;
        }

        var members = slices.MembersOf(classes, blocks);
        if (members.Count == 0)
        {
            return;
        }

        var (rowOfUnit, rowCount) = rows.RowsOf(classes);
        var granularity = isBlock ? StructureGranularity.Block
            : rowCount > 1 ? StructureGranularity.RowElement : StructureGranularity.Channel;
        groups.Add(new StructureGroup(UniqueName(name ?? members[0].Parameter, isBlock ? "#block" : ""), granularity, classes, members, rowOfUnit));
    }

    private string UniqueName(string parameter, string suffix)
    {
        const string Weight = ".weight";
        var name = (parameter.EndsWith(Weight, StringComparison.Ordinal) ? parameter[..^Weight.Length] : parameter) + suffix;
        var number = names[name] = names.GetValueOrDefault(name) + 1;
        return number == 1 ? name : $"{name}~{number}";
    }
}
