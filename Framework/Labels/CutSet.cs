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
        pending.Push(index.Forest.Find(label));
        while (pending.TryPop(out var cut))
        {
            if (!goes.Add(cut))
            {
                continue;
            }

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
            if (++goneMembers[block] == index.MembersOf(block).Length)
            {
                pending.Push(index.ClassOf(block));
            }
        }
    }
}
