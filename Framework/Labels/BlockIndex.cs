namespace Espalier.Labels;

/// <summary>Which blocks belong to a class and which lie over it, once all merging is done.</summary>
internal sealed class BlockIndex
{
    private readonly Dictionary<int, List<int>> blocksOf = [];
    private readonly Dictionary<int, List<int>> blocksOver = [];
    private readonly int[][] members;
    private readonly int[] classes;

    public BlockIndex(LabelForest forest)
    {
        Forest = forest;
        members = new int[forest.Blocks.Count][];
        classes = new int[forest.Blocks.Count];
        for (var block = 0; block < members.Length; block++)
        {
            var (label, labels) = forest.Blocks[block];
            classes[block] = forest.Find(label);
            members[block] = [.. labels.Select(forest.Find).Distinct()];
            Add(blocksOf, classes[block], block);
            foreach (var member in members[block])
            {
                Add(blocksOver, member, block);
            }
        }
    }

    public LabelForest Forest { get; }

    /// <summary>The blocks whose label is in the class.</summary>
    public IReadOnlyList<int> BlocksOf(int @class) => blocksOf.TryGetValue(@class, out var found) ? found : [];

    /// <summary>The blocks that the class is a member of.</summary>
    public IReadOnlyList<int> BlocksOver(int @class) => blocksOver.TryGetValue(@class, out var found) ? found : [];

    /// <summary>The classes that a block consists of, each once.</summary>
    public IReadOnlyList<int> MembersOf(int block) => members[block];

    /// <summary>The class of a block's own label.</summary>
    public int ClassOf(int block) => classes[block];

    private static void Add(Dictionary<int, List<int>> map, int key, int block)
    {
        if (!map.TryGetValue(key, out var list))
        {
            map.Add(key, list = []);
        }

        list.Add(block);
    }
}
