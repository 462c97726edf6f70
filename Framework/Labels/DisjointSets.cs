namespace Espalier.Labels;

/// <summary>Numbers in sets that can be merged (union-find).</summary>
internal sealed class DisjointSets
{
    private int[] parents = new int[256];
    private int count;

    /// <summary>How many numbers there are.</summary>
    public int Count => count;

    /// <summary>A new number in a set of its own.</summary>
    public int Add()
    {
        if (count == parents.Length)
        {
            Array.Resize(ref parents, count * 2);
        }

        parents[count] = count;
        return count++;
    }

    /// <summary>So many new numbers, each in a set of its own.</summary>
    /// <returns>The first; the others follow it.</returns>
    public int AddRange(int length)
    {
        if (count + length > parents.Length)
        {
            Array.Resize(ref parents, Math.Max(count + length, count * 2));
        }

        var first = count;
        for (; count < first + length; count++)
        {
            parents[count] = count;
        }

        return first;
    }

    /// <summary>The number that stands for the set.</summary>
    public int Find(int number)
    {
        var links = parents;
        while (links[number] != number)
        {
            // Path halving keeps the trees flat without a second pass.
            links[number] = links[links[number]];
            number = links[number];
        }

        return number;
    }

    /// <summary>Makes one set of two. The smaller number stands for it, so the outcome does not depend on the order of merges.</summary>
    public int Merge(int a, int b)
    {
        a = Find(a);
        b = Find(b);
        var (root, child) = a < b ? (a, b) : (b, a);
        parents[child] = root;
        return root;
    }
}
