namespace Espalier.Runs;

/// <summary>Where a method, or one inside it, was.</summary>
/// <param name="Path">The names of the methods inside one another; empty for the step's own.</param>
/// <param name="Position">How far it was, in its own units.</param>
/// <param name="Values">Its numbers and texts.</param>
/// <param name="Tensors">The names of its tensors.</param>
internal sealed record ScopePosition(
    IReadOnlyList<string> Path, long Position, IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Tensors);
