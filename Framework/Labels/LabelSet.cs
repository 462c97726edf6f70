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
        // Some of them tell different sets apart well enough: sets are long, and most are looked up without an equal being there.
        var hash = new HashCode();
        hash.Add(members.Length);
        for (var i = 0; i < members.Length; i += 1 + (members.Length / 16))
        {
            hash.Add(members[i]);
        }

        return hash.ToHashCode();
    }
}
