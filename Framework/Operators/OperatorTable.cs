using System.Collections.Concurrent;
using System.Runtime.Loader;

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

    /// <summary>Adds an operator. A plugin's goes when the plugin does; a newer generation of the plugin replaces it.</summary>
    /// <exception cref="ArgumentException">There is one of this name already.</exception>
    public static void Register(IOperator definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ByName.AddOrUpdate(definition.Name, definition, (name, former) => IsNewer(definition.GetType(), former.GetType())
            ? definition
            : throw new ArgumentException($"There is an operator '{name}' already.", nameof(definition)));
    }

    /// <summary>Removes the operators whose code a load context holds: the table would keep it in memory.</summary>
    internal static void Forget(AssemblyLoadContext context)
    {
        foreach (var entry in ByName.Where(entry => AssemblyLoadContext.GetLoadContext(entry.Value.GetType().Assembly) == context))
        {
            ByName.TryRemove(entry);
        }
    }

    // The same class of another load context.
    private static bool IsNewer(Type type, Type former) =>
        type != former && type.FullName == former.FullName && type.Assembly.GetName().Name == former.Assembly.GetName().Name;

    private static IEnumerable<IOperator> BuiltIn() =>
    [
        .. Functions.All, .. Activations.All, .. Arithmetic.All, .. Comparisons.All, .. Copies.All, .. AlongDimensions.All, .. Reductions.All,
        .. Orderings.All, .. MatrixProducts.All, .. Convolutions.All, .. Normalizations.All, .. Poolings.All, .. Resizings.All, .. Shapings.All,
        .. Joins.All, .. Partings.All, .. Indexings.All, .. Paddings.All, .. Creations.All,
    ];
}
