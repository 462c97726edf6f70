namespace Espalier.Labels;

/// <summary>Numbers in sets that can be merged (union-find).</summary>
internal sealed class DisjointSets
{
    private const int PageBits = 12;
    private const int PageMask = (1 << PageBits) - 1;

    /// <summary>What each number is linked to; itself where it stands for its set. In pages, so that nothing is copied when there are more.</summary>
    private int[][] pages = new int[4][];

    /// <summary>How many numbers there are.</summary>
    public int Count { get; private set; }

    /// <summary>A new number in a set of its own.</summary>
    public int Add() => AddRange(1);

    /// <summary>So many new numbers, each in a set of its own.</summary>
    /// <returns>The first; the others follow it.</returns>
    public int AddRange(int length)
    {
        var first = Count;
        Count += length;
        if (Count > pages.Length << PageBits)
        {
            Array.Resize(ref pages, Math.Max(pages.Length * 2, (Count >> PageBits) + 1));
        }

        for (var number = first; number < Count; number++)
        {
            (pages[number >> PageBits] ??= GC.AllocateUninitializedArray<int>(PageMask + 1))[number & PageMask] = number;
        }

        return first;
    }

    /// <summary>The number that stands for the set.</summary>
    public int Find(int number)
    {
        while (true)
        {
            ref var link = ref LinkOf(number);
            if (link == number)
            {
                return number;
            }

            // Path halving keeps the trees flat without a second pass.
            link = LinkOf(link);
            number = link;
        }
    }

    /// <summary>Makes one set of two. The smaller number stands for it, so the outcome does not depend on the order of merges.</summary>
    public int Merge(int a, int b) => MergeRoots(Find(a), Find(b));

    /// <summary>Makes one set of two, given by the numbers that stand for them.</summary>
    public int MergeRoots(int a, int b)
    {
        var (root, child) = a < b ? (a, b) : (b, a);
        LinkOf(child) = root;
        return root;
    }

    private ref int LinkOf(int number) => ref pages[number >> PageBits][number & PageMask];
}
