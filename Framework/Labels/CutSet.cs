using System.Runtime.InteropServices;

namespace Espalier.Labels;

/// <summary>
/// A set of classes that go, closed under what they entail: a block takes its members with it, and goes when all of them have gone.
/// </summary>
internal sealed class CutSet
{
    private readonly BlockIndex index;
    private readonly bool[] goes;
    private readonly List<int> classes = [];
    private readonly Dictionary<int, int> missingMembers = [];
    private readonly Stack<int> pending = new();

    public CutSet(BlockIndex index)
    {
        this.index = index;
        goes = new bool[index.LabelCount];
    }

    /// <summary>The classes that go, in the order in which they were added.</summary>
    public IReadOnlyList<int> Classes => classes;

    /// <summary>Whether a label goes.</summary>
    public bool Contains(int label) => goes[index.Forest.Find(label)];

    /// <summary>Whether a class goes.</summary>
    public bool ContainsClass(int @class) => goes[@class];

    /// <summary>Makes the set empty, to be used again: one set costs as much memory as the model has labels.</summary>
    public void Clear()
    {
        foreach (var @class in CollectionsMarshal.AsSpan(classes))
        {
            goes[@class] = false;
        }

        classes.Clear();
        missingMembers.Clear();
    }

    /// <summary>Adds a label's class and all that it entails.</summary>
    public void Add(int label)
    {
        pending.Push(index.Forest.Find(label));
        while (pending.TryPop(out var cut))
        {
            if (goes[cut])
            {
                continue;
            }

            goes[cut] = true;
            classes.Add(cut);
            if (!index.IsPlain(cut))
            {
                AddEntailed(cut);
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

    private void AddEntailed(int cut)
    {
        foreach (var block in index.BlocksOf(cut))
        {
            foreach (var member in index.MembersOf(block))
            {
                pending.Push(member);
            }
        }

        foreach (var block in index.BlocksOver(cut))
        {
            ref var missing = ref CollectionsMarshal.GetValueRefOrAddDefault(missingMembers, block, out var known);
            if (!known)
            {
                missing = index.MembersOf(block).Length;
            }

            if (--missing == 0)
            {
                pending.Push(index.ClassOf(block));
            }
        }
    }
}
