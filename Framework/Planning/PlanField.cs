namespace Espalier.Planning;

/// <summary>An integer member of a module that a plan rewrites.</summary>
/// <param name="Name">Its full name: <c>blocks.0.attn.numHeads</c>.</param>
/// <param name="From">Its value before.</param>
/// <param name="To">Its value after.</param>
public sealed record PlanField(string Name, long From, long To);
