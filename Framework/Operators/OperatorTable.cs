using System.Collections.Concurrent;

namespace Espalier.Operators;

/// <summary>All operators that a graph may hold, by ATen's name.</summary>
public static class OperatorTable
{
    private static readonly ConcurrentDictionary<string, IOperator> ByName = new(BuiltIn().Select(o => KeyValuePair.Create(o.Name, o)));

    /// <summary>All operators known.</summary>
    public static IReadOnlyCollection<IOperator> All => [.. ByName.Values];

    /// <summary>The operator of this name; null if there is none.</summary>
    public static IOperator? Find(string name) =>
        ByName.GetValueOrDefault(name) ?? (name.StartsWith(OpaqueOperator.Prefix, StringComparison.Ordinal) ? new OpaqueOperator(name) : null);

    /// <summary>Adds an operator.</summary>
    /// <exception cref="ArgumentException">There is one of this name already.</exception>
    public static void Register(IOperator definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (!ByName.TryAdd(definition.Name, definition))
        {
            throw new ArgumentException($"There is an operator '{definition.Name}' already.", nameof(definition));
        }
    }

    private static IEnumerable<IOperator> BuiltIn() =>
    [
        .. Functions.All, .. Activations.All, .. Arithmetic.All, .. Comparisons.All, .. Copies.All, .. AlongDimensions.All, .. Reductions.All,
        .. Orderings.All, .. MatrixProducts.All, .. Convolutions.All, .. Normalizations.All, .. Poolings.All, .. Resizings.All, .. Shapings.All,
        .. Joins.All, .. Partings.All, .. Indexings.All, .. Paddings.All, .. Creations.All,
    ];
}
