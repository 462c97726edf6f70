namespace Espalier.Structures;

/// <summary>A place in the graph that ties a group together.</summary>
/// <param name="Node">The position of the operator in its graph.</param>
/// <param name="Operator">ATen's name of the operator.</param>
/// <param name="Scope">The path of the module that runs it.</param>
/// <param name="Values">The tensors that meet there and carry the group's coordinates.</param>
public sealed record GroupLink(int Node, string Operator, string Scope, IReadOnlyList<string> Values)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Operator} in '{Scope}' joins {string.Join(", ", Values)}";
}
