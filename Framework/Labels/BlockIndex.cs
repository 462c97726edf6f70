namespace Espalier.Labels;

/// <summary>Which blocks belong to a class and which lie over it, once all merging is done.</summary>
internal sealed class BlockIndex
{
    private readonly LabelLists blocksOf;
    private readonly LabelLists blocksOver;
    private readonly LabelBits isBlock;
    private readonly LabelBits isEntailing;
    private readonly int[][] members;
    private readonly int[] classes;

    public BlockIndex(LabelForest forest)
    {
        Forest = forest;
        LabelCount = forest.Count;
        (isBlock, isEntailing) = (new(LabelCount), new(LabelCount));
        members = new int[forest.Blocks.Count][];
        classes = new int[forest.Blocks.Count];
        blocksOf = new LabelLists();
        blocksOver = new LabelLists();
        for (var block = 0; block < members.Length; block++)
        {
            classes[block] = forest.Find(forest.Blocks[block].Label);
            members[block] = forest.ClassesOf(forest.Blocks[block].Members);
            blocksOf.Add(classes[block], block);
            isBlock.Add(classes[block]);
            isEntailing.Add(classes[block]);
            foreach (var member in members[block])
            {
                blocksOver.Add(member, block);
                isEntailing.Add(member);
            }
        }
    }

    public LabelForest Forest { get; }

    /// <summary>How many blocks there are.</summary>
    public int BlockCount => members.Length;

    /// <summary>How many labels there were when the index was made.</summary>
    public int LabelCount { get; }

    /// <summary>The blocks whose label is in the class.</summary>
    public LabelLists.Items BlocksOf(int @class) => blocksOf[@class];

    /// <summary>The blocks that the class is a member of.</summary>
    public LabelLists.Items BlocksOver(int @class) => blocksOver[@class];

    /// <summary>Whether the class neither is a block nor lies in one: cutting it entails nothing else.</summary>
    public bool IsPlain(int @class) => !isEntailing.Contains(@class);

    /// <summary>Whether the class is a block: cutting it takes its members along. A mere member entails nothing by itself.</summary>
    public bool IsBlock(int @class) => isBlock.Contains(@class);

    /// <summary>Whether the class goes only with a block.</summary>
    public bool IsLocked(int @class) => Forest.IsLocked(@class);

    /// <summary>Whether the class never goes.</summary>
    public bool IsPinned(int @class) => Forest.IsPinned(@class);

    /// <summary>The classes that a block consists of, each once.</summary>
    public ReadOnlySpan<int> MembersOf(int block) => members[block];

    /// <summary>The class of a block's own label.</summary>
    public int ClassOf(int block) => classes[block];
}
