namespace Espalier.Labels;

/// <summary>Lists of numbers by a number from 0, in two flat arrays: what a dictionary of lists would hold, without its cost.</summary>
internal sealed class Buckets
{
    private readonly int[] starts;
    private readonly int[] items;

    private Buckets(int[] starts, int[] items)
    {
        this.starts = starts;
        this.items = items;
    }

    /// <summary>The items of a key, in the order in which they were added.</summary>
    public ReadOnlySpan<int> this[int key] => items.AsSpan(starts[key], starts[key + 1] - starts[key]);

    /// <summary>Collects pairs.</summary>
    internal sealed class Builder(int keys)
    {
        private int[] pairKeys = new int[1024];
        private int[] pairItems = new int[1024];
        private int count;

        public void Add(int key, int item)
        {
            if (count == pairKeys.Length)
            {
                Array.Resize(ref pairKeys, count * 2);
                Array.Resize(ref pairItems, count * 2);
            }

            pairKeys[count] = key;
            pairItems[count++] = item;
        }

        /// <summary>Sorts the pairs by key, keeping their order.</summary>
        public Buckets Build()
        {
            var starts = new int[keys + 2];
            for (var i = 0; i < count; i++)
            {
                starts[pairKeys[i] + 2]++;
            }

            for (var key = 2; key < starts.Length; key++)
            {
                starts[key] += starts[key - 1];
            }

            var items = new int[count];
            for (var i = 0; i < count; i++)
            {
                items[starts[pairKeys[i] + 1]++] = pairItems[i];
            }

            return new Buckets(starts, items);
        }
    }
}
