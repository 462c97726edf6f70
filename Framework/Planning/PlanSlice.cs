namespace Espalier.Planning;

/// <summary>What is kept of one dimension of one parameter or buffer.</summary>
/// <param name="Parameter">Its name in the <c>state_dict</c>.</param>
/// <param name="Dimension">The dimension.</param>
/// <param name="Width">The dimension's size before.</param>
/// <param name="Kept">The indices that stay, ascending.</param>
public sealed record PlanSlice(string Parameter, int Dimension, int Width, IReadOnlyList<int> Kept)
{
    /// <inheritdoc/>
    public bool Equals(PlanSlice? other) =>
        other is not null && Parameter == other.Parameter && Dimension == other.Dimension && Width == other.Width && Kept.SequenceEqual(other.Kept);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Parameter, Dimension, Width, Kept.Count);
}
