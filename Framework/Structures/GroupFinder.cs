using Espalier.Labels;

namespace Espalier.Structures;

/// <summary>Sorts the classes of labels that may be cut into groups.</summary>
internal sealed class GroupFinder
{
    private readonly LabelTracker labels;
    private readonly BlockIndex blocks;
    private readonly LabelForest forest;
    private readonly SliceIndex slices;
    private readonly Dictionary<int, bool> pinned = [];
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);

    public GroupFinder(LabelTracker labels, BlockIndex blocks)
    {
        this.labels = labels;
        this.blocks = blocks;
        forest = labels.Forest;
        slices = new SliceIndex(labels);
    }

    public IReadOnlyList<StructureGroup> Find()
    {
        var rows = new RowIndex(labels);
        var groups = new List<StructureGroup>();
        var taken = new HashSet<int>();
        foreach (var classes in Components())
        {
            taken.UnionWith(classes);
            Add(groups, [.. classes.Where(IsFree)], "", rows);
        }

        foreach (var family in Enumerable.Range(0, forest.Blocks.Count).GroupBy(forest.FamilyOf))
        {
            int[] classes = [.. family.Select(block => blocks.ClassOf(block)).Distinct()];
            if (!classes.All(taken.Contains))
            {
                Add(groups, [.. classes.Where(IsFree)], "#block", rows);
            }
        }

        return groups;
    }

    /// <summary>Classes with parameter slices of their own, linked by the dimensions that produce them; each in the order of that dimension.</summary>
    private IEnumerable<List<int>> Components()
    {
        var dimensions = slices.Dimensions;
        var sets = new DisjointSets();
        var firstOfClass = new Dictionary<int, int>();
        foreach (var _ in dimensions)
        {
            sets.Add();
        }

        var hasProducer = new HashSet<int>(dimensions.Where(d => d.IsProducer).SelectMany(d => d.Classes));
        for (var i = 0; i < dimensions.Count; i++)
        {
            foreach (var @class in dimensions[i].Classes)
            {
                // Where something produces a class, only producers link: a norm over joined tensors must not join their groups.
                if (dimensions[i].IsProducer || !hasProducer.Contains(@class))
                {
                    if (firstOfClass.TryGetValue(@class, out var first))
                    {
                        sets.Merge(first, i);
                    }
                    else
                    {
                        firstOfClass.Add(@class, i);
                    }
                }
            }
        }

        return Enumerable.Range(0, dimensions.Count)
            .Where(i => dimensions[i].Classes.Any(c => firstOfClass.TryGetValue(c, out var first) && sets.Find(first) == sets.Find(i)
                && (dimensions[i].IsProducer || !hasProducer.Contains(c))))
            .GroupBy(sets.Find)
            .Select(component => component
                .SelectMany(i => dimensions[i].Classes.Where(c => dimensions[i].IsProducer || !hasProducer.Contains(c)))
                .Distinct().ToList());
    }

    private bool IsFree(int @class) => forest.LockOf(@class) is null && !IsPinned(@class);

    /// <summary>Whether cutting the class would take something pinned along.</summary>
    private bool IsPinned(int @class)
    {
        if (!pinned.TryGetValue(@class, out var known))
        {
            var cut = new CutSet(blocks);
            cut.Add(@class);
            known = cut.Classes.Any(c => forest.PinOf(c) is not null);
            pinned.Add(@class, known);
        }

        return known;
    }

    private void Add(List<StructureGroup> groups, int[] classes, string suffix, RowIndex rows)
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
        var granularity = suffix.Length > 0 ? StructureGranularity.Block
            : rowCount > 1 ? StructureGranularity.RowElement : StructureGranularity.Channel;
        groups.Add(new StructureGroup(UniqueName(members[0].Parameter, suffix), granularity, classes, members, rowOfUnit));
    }

    private string UniqueName(string parameter, string suffix)
    {
        const string Weight = ".weight";
        var name = (parameter.EndsWith(Weight, StringComparison.Ordinal) ? parameter[..^Weight.Length] : parameter) + suffix;
        var number = names[name] = names.GetValueOrDefault(name) + 1;
        return number == 1 ? name : $"{name}~{number}";
    }
}
