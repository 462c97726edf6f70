using Espalier.Graphs;

namespace Espalier.Symbolic;

/// <summary>Lists of sizes.</summary>
public static class Dims
{
    /// <summary>Sizes that the model's code fixes.</summary>
    public static Dim[] Of(params IReadOnlyList<long> sizes) => [.. sizes.Select(size => (Dim)size)];

    internal static Argument Optional(Dim[]? sizes) => sizes is null ? Argument.None.Instance : sizes;

    internal static Argument Optional(Dim? size) => size is { } value ? value : Argument.None.Instance;

    internal static Argument Optional(SymbolicScalar? number) => number is { } value ? value : Argument.None.Instance;

    internal static Dim[]? Pair((Dim, Dim)? pair) => pair is var (a, b) ? [a, b] : null;
}
