using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Parsing;

/// <summary>The traces that a class needs besides forward's, in the order in which they were first asked for.</summary>
internal sealed class HelperTable(ClassContext context)
{
    private readonly Dictionary<(ISymbol Symbol, bool OnBase), Helper> helpers = new(Comparer.Instance);
    private readonly Queue<Helper> pending = new();
    private readonly HashSet<string> names = [];

    /// <summary>The next trace to write; null when all are written.</summary>
    public Helper? Next() => pending.Count == 0 ? null : pending.Dequeue();

    /// <summary>Keeps a name from being used.</summary>
    public bool Reserve(string name) => names.Add(name);

    /// <summary>The trace of a method or of a computed property, or the size behind a member.</summary>
    public Helper For(ISymbol symbol, HelperKind kind, bool onBase = false)
    {
        symbol = symbol.OriginalDefinition;
        if (helpers.TryGetValue((symbol, onBase), out var helper))
        {
            return helper;
        }

        var inherited = !onBase && kind == HelperKind.Method && IsWrittenByBase(symbol);
        var name = Name(symbol, onBase);
        if (!inherited)
        {
            var plain = name;
            for (var number = 2; !names.Add(name) || context.Type.GetMembers(name).Length > 0; number++)
            {
                name = plain + Identifiers.Number(number);
            }
        }

        helper = new Helper(symbol, name, kind);
        helpers.Add((symbol, onBase), helper);
        if (!inherited)
        {
            pending.Enqueue(helper);
        }

        return helper;
    }

    /// <summary>Whether a base class's generated code has the trace already, to be inherited or overridden.</summary>
    public bool IsWrittenByBase(ISymbol symbol) =>
        symbol is IMethodSymbol { IsStatic: false } method && (method.IsVirtual || method.IsOverride || method.IsAbstract)
        && !SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, context.Type.OriginalDefinition)
        && KnownSymbols.HasAttribute(method.ContainingType, AttributeNames.PrunableModel);

    /// <summary>Whether the class's own trace of a method replaces one that a base class's generated code has.</summary>
    public static bool OverridesTrace(IMethodSymbol method)
    {
        for (var current = method.OverriddenMethod; current is not null; current = current.OverriddenMethod)
        {
            if (KnownSymbols.HasAttribute(current.ContainingType, AttributeNames.PrunableModel))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name that a trace has unless something else has it.</summary>
    public static string PlainName(ISymbol symbol) => Name(symbol, onBase: false);

    private static string Name(ISymbol symbol, bool onBase)
    {
        var root = symbol;
        while (root is IMethodSymbol { OverriddenMethod: { } overridden })
        {
            root = overridden.OriginalDefinition;
        }

        var overloads = (root.ContainingType?.GetMembers(root.Name) ?? [])
            .OrderBy(m => (m as IMethodSymbol)?.Parameters.Length).ThenBy(m => m.ToDisplayString(), StringComparer.Ordinal).ToList();
        var number = overloads.FindIndex(m => SymbolEqualityComparer.Default.Equals(m, root)) + 1;
        var name = (symbol as IMethodSymbol)?.AssociatedSymbol?.Name ?? symbol.Name;
        return "Trace" + (onBase ? "Base" : "") + Identifiers.Pascal(name)
            + (number > 1 ? Identifiers.Number(number) : "");
    }

    private sealed class Comparer : IEqualityComparer<(ISymbol Symbol, bool OnBase)>
    {
        public static Comparer Instance { get; } = new();

        public bool Equals((ISymbol Symbol, bool OnBase) x, (ISymbol Symbol, bool OnBase) y) =>
            x.OnBase == y.OnBase && SymbolEqualityComparer.Default.Equals(x.Symbol, y.Symbol);

        public int GetHashCode((ISymbol Symbol, bool OnBase) key) => SymbolEqualityComparer.Default.GetHashCode(key.Symbol);
    }
}
