namespace Espalier.Planning;

/// <summary>The units that one group lost.</summary>
/// <param name="Group">The group's name.</param>
/// <param name="Width">How many units it had.</param>
/// <param name="Units">The units that go, ascending.</param>
public sealed record PlanCut(string Group, int Width, IReadOnlyList<int> Units)
{
    /// <inheritdoc/>
    public bool Equals(PlanCut? other) => other is not null && Group == other.Group && Width == other.Width && Units.SequenceEqual(other.Units);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Group, Width, Units.Count);
}
