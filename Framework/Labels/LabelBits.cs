namespace Espalier.Labels;

/// <summary>A set of labels, one bit each: an array of bools for every coordinate of a large model would be large itself.</summary>
/// <param name="labels">How many labels there are.</param>
internal sealed class LabelBits(int labels)
{
    private readonly ulong[] bits = new ulong[(labels + 63) / 64];

    /// <summary>Whether the label is in the set.</summary>
    public bool Contains(int label) => (bits[label >> 6] & (1ul << label)) != 0;

    /// <summary>Puts the label into the set.</summary>
    /// <returns>False where it was there before.</returns>
    public bool Add(int label)
    {
        ref var word = ref bits[label >> 6];
        var before = word;
        word |= 1ul << label;
        return word != before;
    }

    /// <summary>Takes the label out of the set.</summary>
    public void Remove(int label) => bits[label >> 6] &= ~(1ul << label);
}
