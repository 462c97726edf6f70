namespace Espalier.Labels;

/// <summary>
/// A set of classes that go, closed under what they entail: a block takes its members with it, and goes when all of them have gone.
/// </summary>
internal sealed class CutSet
{
    private readonly BlockIndex index;
    private readonly HashSet<int> classes = [];
    private readonly Dictionary<int, int> missingMembers = [];

    public CutSet(BlockIndex index) => this.index = index;

    /// <summary>The classes that go.</summary>
    public IReadOnlySet<int> Classes => classes;

    /// <summary>Whether a label goes.</summary>
    public bool Contains(int label) => classes.Contains(index.Forest.Find(label));

    /// <summary>Adds a label's class and all that it entails.</summary>
    public void Add(int label)
    {
        var pending = new Stack<int>();
        pending.Push(index.Forest.Find(label));
        while (pending.TryPop(out var cut))
        {
            if (!classes.Add(cut) || index.IsPlain(cut))
            {
                continue;
            }

            foreach (var block in index.BlocksOf(cut))
            {
                foreach (var member in index.MembersOf(block))
                {
                    pending.Push(member);
                }
            }

            foreach (var block in index.BlocksOver(cut))
            {
                var missing = missingMembers.TryGetValue(block, out var known) ? known : index.MembersOf(block).Length;
                missingMembers[block] = --missing;
                if (missing == 0)
                {
                    pending.Push(index.ClassOf(block));
                }
            }
        }
    }

    /// <summary>How many of the labels stay.</summary>
    public int CountKept(ReadOnlySpan<int> labels)
    {
        var kept = 0;
        foreach (var label in labels)
        {
            if (!Contains(label))
            {
                kept++;
            }
        }

        return kept;
    }
}
