using System.Runtime.InteropServices;

namespace Espalier.Labels;

/// <summary>Classes of labels in an order, compared by what they are: as a set, they are given ascending.</summary>
/// <param name="members">The classes; not to be changed afterwards.</param>
internal readonly struct LabelSet(int[] members) : IEquatable<LabelSet>
{
    private readonly int[] members = members;

    public bool Equals(LabelSet other) => members.AsSpan().SequenceEqual(other.members);

    public override bool Equals(object? obj) => obj is LabelSet other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(MemoryMarshal.AsBytes<int>(members));
        return hash.ToHashCode();
    }
}
