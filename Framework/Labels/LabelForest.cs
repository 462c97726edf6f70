using System.Runtime.InteropServices;

namespace Espalier.Labels;

/// <summary>
/// All labels of a model. Labels that must go together are merged into one class (union-find). A <em>block</em> is a label over others: it goes when all its
/// members go, and takes all of them with it; a row of a reshape (a whole attention head) is one. A locked class goes only with a block; a pinned class never goes.
/// </summary>
internal sealed class LabelForest
{
    private readonly DisjointSets classes = new();
    private readonly DisjointSets families = new();
    private readonly LabelReasons locks = new();
    private readonly LabelReasons pins = new();
    private readonly List<(int Label, int[] Members)> blocks = [];
    private readonly Dictionary<LabelSet, int> blockOfMembers = [];
    private readonly Dictionary<int, int> blockOfLabel = [];

    /// <summary>All blocks with their members, as they were when the block was made.</summary>
    public IReadOnlyList<(int Label, int[] Members)> Blocks => blocks;

    /// <summary>How many labels there are.</summary>
    public int Count => classes.Count;

    /// <summary>A new label in a class of its own.</summary>
    public int New() => classes.Add();

    /// <summary>So many new labels.</summary>
    public int[] NewRange(long count)
    {
        var labels = new int[count];
        var first = classes.AddRange(labels.Length);
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = first + i;
        }

        return labels;
    }

    /// <summary>The class of a label: one of its labels.</summary>
    public int Find(int label) => classes.Find(label);

    /// <summary>Makes one class of two; it is locked or pinned if either was.</summary>
    public void Merge(int a, int b)
    {
        a = Find(a);
        b = Find(b);
        if (a != b)
        {
            var root = classes.MergeRoots(a, b);
            var child = root == a ? b : a;
            locks.Inherit(child, root);
            pins.Inherit(child, root);
        }
    }

    /// <summary>The block over these labels: an existing one where the members are the same, the label itself where there is one only.</summary>
    public int Block(ReadOnlySpan<int> members)
    {
        var distinct = ClassesOf(members);
        if (distinct.Length == 1)
        {
            return distinct[0];
        }

        ref var label = ref CollectionsMarshal.GetValueRefOrAddDefault(blockOfMembers, new LabelSet(distinct), out var known);
        if (!known)
        {
            label = New();
            blockOfLabel.Add(label, families.Add());
            blocks.Add((label, distinct));
        }

        return label;
    }

    /// <summary>One block per line. Lines are taken together, so their blocks are of one family: the heads of a layer, the groups of a convolution.</summary>
    public int[] BlockAll(IReadOnlyList<int[]> lines)
    {
        var labels = new int[lines.Count];
        var first = -1;
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = Block(lines[i]);
            if (!blockOfLabel.TryGetValue(labels[i], out var block))
            {
                continue;
            }

            if (first < 0)
            {
                first = block;
            }
            else
            {
                families.Merge(first, block);
            }
        }

        return labels;
    }

    /// <summary>Merges blocks whose members have become the same since they were made.</summary>
    public void UnifyBlocks()
    {
        for (var isStable = false; !isStable;)
        {
            isStable = true;
            var known = new Dictionary<LabelSet, int>();
            for (var block = 0; block < blocks.Count; block++)
            {
                var distinct = ClassesOf(blocks[block].Members);
                var label = distinct.Length == 1 ? distinct[0] : blocks[block].Label;
                if (distinct.Length > 1 && !known.TryAdd(new LabelSet(distinct), block))
                {
                    var same = known[new LabelSet(distinct)];
                    families.Merge(same, block);
                    label = blocks[same].Label;
                }

                if (Find(label) != Find(blocks[block].Label))
                {
                    Merge(label, blocks[block].Label);
                    isStable = false;
                }
            }
        }
    }

    /// <summary>A number that all blocks of one family share.</summary>
    public int FamilyOf(int block) => families.Find(block);

    /// <summary>The class goes only with a block that it belongs to.</summary>
    public void Lock(int label, string reason) => locks.Add(Find(label), reason);

    /// <summary>The class never goes.</summary>
    public void Pin(int label, string reason) => pins.Add(Find(label), reason);

    /// <summary>Whether a class goes only with a block.</summary>
    public bool IsLocked(int @class) => locks.Has(@class);

    /// <summary>Whether a class never goes.</summary>
    public bool IsPinned(int @class) => pins.Has(@class);

    /// <summary>Why the class cannot go by itself, or null.</summary>
    public string? LockOf(int label) => locks.Of(Find(label));

    /// <summary>Why the class cannot go at all, or null.</summary>
    public string? PinOf(int label) => pins.Of(Find(label));

    /// <summary>The class of each label; the labels themselves where each is its own, as most are.</summary>
    public int[] ClassOfEach(int[] labels)
    {
        var found = labels;
        for (var i = 0; i < labels.Length; i++)
        {
            var @class = Find(labels[i]);
            if (@class != labels[i] && ReferenceEquals(found, labels))
            {
                found = (int[])labels.Clone();
            }

            if (!ReferenceEquals(found, labels))
            {
                found[i] = @class;
            }
        }

        return found;
    }

    /// <summary>The classes of some labels, each once, ascending.</summary>
    public int[] ClassesOf(ReadOnlySpan<int> labels)
    {
        var found = new int[labels.Length];
        var isAscending = true;
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = Find(labels[i]);
            isAscending &= i == 0 || found[i] > found[i - 1];
        }

        if (isAscending)
        {
            return found;
        }

        Array.Sort(found);
        var count = 0;
        for (var i = 0; i < found.Length; i++)
        {
            if (i == 0 || found[i] != found[i - 1])
            {
                found[count++] = found[i];
            }
        }

        return count == found.Length ? found : found[..count];
    }
}
