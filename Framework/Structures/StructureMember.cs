namespace Espalier.Structures;

/// <summary>A parameter dimension of which a structure group holds slices.</summary>
/// <param name="Parameter">The parameter's or buffer's name in the <c>state_dict</c>.</param>
/// <param name="Dimension">The dimension.</param>
/// <param name="Width">The dimension's size.</param>
/// <param name="Role">What the dimension is to the group.</param>
/// <param name="Indices">For each unit of the group, the indices of the dimension that go with it; often one, none for some units where tensors are joined.</param>
public sealed record StructureMember(string Parameter, int Dimension, int Width, MemberRole Role, IReadOnlyList<int[]> Indices)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Parameter}[{Dimension}]";
}
