namespace Espalier.Labels;

/// <summary>Which blocks belong to a class and which lie over it, once all merging is done.</summary>
internal sealed class BlockIndex
{
    private readonly Buckets blocksOf;
    private readonly Buckets blocksOver;
    private readonly Traits[] traits;
    private readonly int[][] members;
    private readonly int[] classes;

    public BlockIndex(LabelForest forest)
    {
        Forest = forest;
        LabelCount = forest.Count;
        members = new int[forest.Blocks.Count][];
        classes = new int[forest.Blocks.Count];
        var of = new Buckets.Builder(forest.Count);
        var over = new Buckets.Builder(forest.Count);
        for (var block = 0; block < members.Length; block++)
        {
            classes[block] = forest.Find(forest.Blocks[block].Label);
            members[block] = forest.ClassesOf(forest.Blocks[block].Members);
            of.Add(classes[block], block);
            foreach (var member in members[block])
            {
                over.Add(member, block);
            }
        }

        blocksOf = of.Build();
        blocksOver = over.Build();
        traits = new Traits[forest.Count];
        foreach (var block in classes)
        {
            traits[block] |= Traits.Block;
        }

        foreach (var member in members.SelectMany(list => list))
        {
            traits[member] |= Traits.Member;
        }

        foreach (var @class in forest.Locked)
        {
            traits[@class] |= Traits.Locked;
        }

        foreach (var @class in forest.Pinned)
        {
            traits[@class] |= Traits.Pinned;
        }
    }

    [Flags]
    private enum Traits : byte
    {
        Block = 1,
        Member = 2,
        Locked = 4,
        Pinned = 8,
    }

    public LabelForest Forest { get; }

    /// <summary>How many labels there were when the index was made.</summary>
    public int LabelCount { get; }

    /// <summary>The blocks whose label is in the class.</summary>
    public ReadOnlySpan<int> BlocksOf(int @class) => blocksOf[@class];

    /// <summary>The blocks that the class is a member of.</summary>
    public ReadOnlySpan<int> BlocksOver(int @class) => blocksOver[@class];

    /// <summary>Whether the class neither is a block nor lies in one: cutting it entails nothing else.</summary>
    public bool IsPlain(int @class) => (traits[@class] & (Traits.Block | Traits.Member)) == 0;

    /// <summary>Whether the class is a block: cutting it takes its members along. A mere member entails nothing by itself.</summary>
    public bool IsBlock(int @class) => (traits[@class] & Traits.Block) != 0;

    /// <summary>Whether the class goes only with a block.</summary>
    public bool IsLocked(int @class) => (traits[@class] & Traits.Locked) != 0;

    /// <summary>Whether the class never goes.</summary>
    public bool IsPinned(int @class) => (traits[@class] & Traits.Pinned) != 0;

    /// <summary>The classes that a block consists of, each once.</summary>
    public ReadOnlySpan<int> MembersOf(int block) => members[block];

    /// <summary>The class of a block's own label.</summary>
    public int ClassOf(int block) => classes[block];
}
