using System.Runtime.InteropServices;

namespace Espalier.Labels;

/// <summary>
/// A set of classes that go, closed under what they entail: a block takes its members with it, and goes when all of them have gone.
/// </summary>
internal sealed class CutSet
{
    private readonly BlockIndex index;
    private readonly LabelBits goes;
    private readonly List<int> classes = [];

    /// <summary>How many members of each block have gone.</summary>
    private readonly int[] goneMembers;
    private readonly Stack<int> pending = new();

    public CutSet(BlockIndex index)
    {
        this.index = index;
        goes = new LabelBits(index.LabelCount);
        goneMembers = new int[index.BlockCount];
    }

    /// <summary>The classes that go, in the order in which they were added.</summary>
    public ReadOnlySpan<int> Classes => CollectionsMarshal.AsSpan(classes);

    /// <summary>Whether a label goes.</summary>
    public bool Contains(int label) => goes.Contains(index.Forest.Find(label));

    /// <summary>Whether a class goes.</summary>
    public bool ContainsClass(int @class) => goes.Contains(@class);

    /// <summary>Makes the set empty, to be used again: one set costs as much memory as the model has labels.</summary>
    public void Clear()
    {
        foreach (var @class in Classes)
        {
            goes.Remove(@class);
        }

        classes.Clear();
        Array.Clear(goneMembers);
    }

    /// <summary>Adds a label's class and all that it entails.</summary>
    public void Add(int label)
    {
        AddClass(index.Forest.Find(label));
        while (pending.TryPop(out var block))
        {
            foreach (var member in index.MembersOf(block))
            {
                AddClass(member);
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

    /// <summary>Adds a class, and the blocks that have lost their last member with it. The members of blocks that it is are left pending.</summary>
    private void AddClass(int @class)
    {
        if (!goes.Add(@class))
        {
            return;
        }

        classes.Add(@class);
        if (index.IsPlain(@class))
        {
            return;
        }

        if (index.IsBlock(@class))
        {
            foreach (var block in index.BlocksOf(@class))
            {
                pending.Push(block);
            }
        }

        foreach (var block in index.BlocksOver(@class))
        {
            if (++goneMembers[block] == index.MembersOf(block).Length)
            {
                AddClass(index.ClassOf(block));
            }
        }
    }
}
