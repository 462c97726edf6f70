namespace Espalier.Generators.Caching;

/// <summary>What the compiler looks for although the code does not say it.</summary>
internal static class CompilerNames
{
    /// <summary>
    /// The members behind foreach, using, await, queries, deconstruction, initializers, collection expressions, slices, lists as patterns,
    /// fixed, interpolated strings and calls of delegates.
    /// </summary>
    public static readonly HashSet<string> All =
    [
        "GetEnumerator", "MoveNext", "Current", "GetAsyncEnumerator", "MoveNextAsync", "Dispose", "DisposeAsync", "GetAwaiter", "IsCompleted",
        "OnCompleted", "UnsafeOnCompleted", "GetResult", "Select", "SelectMany", "Where", "Join", "GroupJoin", "OrderBy",
        "OrderByDescending", "ThenBy", "ThenByDescending", "GroupBy", "Cast", "Deconstruct", "Add", "AddRange", "Create", "Length", "Count",
        "Slice", "GetPinnableReference", "AppendLiteral", "AppendFormatted", "ToStringAndClear", "Invoke", "EnterScope", "ToString", "Equals",
        "GetHashCode", "CopyTo", "AsSpan", "ToArray", "forward", "call",
    ];

    /// <summary>
    /// Whether a namespace is one in which the compiler, or the translation, finds types by their full names.
    /// </summary>
    public static bool IsLookedUp(string space) =>
        space is "Espalier" or "Espalier.Graphs" || IsIn(space, "Espalier.Symbolic") || IsIn(space, "TorchSharp") || IsIn(space, "System");

    private static bool IsIn(string space, string outer) =>
        space.StartsWith(outer, StringComparison.Ordinal) && (space.Length == outer.Length || space[outer.Length] == '.');
}
