using Espalier.Generators.Model;
using Espalier.Generators.Plugins.Model;
using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Plugins.Parsing;

/// <summary>Tells how an option of some type is read.</summary>
/// <param name="compilation">The compilation.</param>
/// <param name="record">The record whose option it is.</param>
internal sealed class OptionTypeParser(Compilation compilation, INamedTypeSymbol record)
{
    /// <summary>How it is read; null, and why, if it cannot be.</summary>
    public OptionType? Parse(ITypeSymbol type, out string? obstacle)
    {
        obstacle = null;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Parse(nullable.TypeArguments[0], out obstacle) is { } inner ? inner with { Null = OptionNull.ValueType } : null;
        }

        var plain = Plain(type, out obstacle);
        return plain is not null && type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated }
            ? plain with { Null = OptionNull.ReferenceType }
            : plain;
    }

    private OptionType? Plain(ITypeSymbol type, out string? obstacle)
    {
        obstacle = null;
        OptionKind? simple = type.SpecialType switch
        {
            SpecialType.System_Boolean => OptionKind.Boolean,
            SpecialType.System_Int32 => OptionKind.Int32,
            SpecialType.System_Int64 => OptionKind.Int64,
            SpecialType.System_Single => OptionKind.Single,
            SpecialType.System_Double => OptionKind.Double,
            SpecialType.System_String => OptionKind.Text,
            _ => null,
        };
        return (simple, type) switch
        {
            ({ } kind, _) => new OptionType(kind),
            (_, IArrayTypeSymbol { Rank: 1 } array) => Items(OptionKind.List, array.ElementType, out obstacle),
            (_, INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration) => Enumeration(enumeration, out obstacle),
            (_, INamedTypeSymbol named) when TypeFacts.IsOptions(named) => Record(named, out obstacle),
            (_, INamedTypeSymbol { IsGenericType: true } named) => Generic(named, out obstacle),
            _ => null,
        };
    }

    private OptionType? Generic(INamedTypeSymbol type, out string? obstacle)
    {
        obstacle = null;
        switch (type.OriginalDefinition.ToDisplayString())
        {
            case PluginNames.PartReference:
                return Part(type.TypeArguments[0], out obstacle);
            case "System.Collections.Generic.IReadOnlyList<T>" or "System.Collections.Generic.IReadOnlyCollection<T>" or "System.Collections.Generic.IEnumerable<T>":
            case "System.Collections.Generic.IReadOnlyList<out T>" or "System.Collections.Generic.IEnumerable<out T>":
                return Items(OptionKind.List, type.TypeArguments[0], out obstacle);
            case "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>" or "System.Collections.Generic.Dictionary<TKey, TValue>"
                when type.TypeArguments[0].SpecialType == SpecialType.System_String:
                return Items(OptionKind.Dictionary, type.TypeArguments[1], out obstacle);
            default:
                obstacle = "lists are T[] or IReadOnlyList<T>, dictionaries IReadOnlyDictionary<string, T>";
                return null;
        }
    }

    private OptionType? Items(OptionKind kind, ITypeSymbol item, out string? obstacle) => Parse(item, out obstacle) is { } parsed
        ? new OptionType(kind) { Item = parsed, Name = TypeFacts.Qualified(item) }
        : null;

    private static OptionType? Part(ITypeSymbol contract, out string? obstacle)
    {
        var kind = PluginNames.Attribute(contract, PluginNames.PartContract)?.ConstructorArguments.FirstOrDefault().Value as string;
        obstacle = kind is null ? $"'{contract.Name}' is not marked [PartContract]" : null;
        return kind is null ? null : new OptionType(OptionKind.Part) { Name = TypeFacts.Qualified(contract), PartKind = kind };
    }

    private static OptionType? Enumeration(INamedTypeSymbol type, out string? obstacle)
    {
        var names = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue)
            .Select(field => new EnumName(EnumKey(field), field.Name)).ToList();
        obstacle = names.Count == 0 ? "it has no members"
            : names.Select(n => n.Key).Distinct(StringComparer.Ordinal).Count() < names.Count ? "two of its members have the same name in kebab case"
            : PluginNames.Attribute(type, "System.FlagsAttribute") is not null ? "it is a set of flags; use a list of an enumeration"
            : null;
        return obstacle is null ? new OptionType(OptionKind.Enumeration) { Name = TypeFacts.Qualified(type), Names = names.ToEquatable() } : null;
    }

    public static string EnumKey(IFieldSymbol field) =>
        PluginNames.Attribute(field, PluginNames.Option)?.NamedArguments.FirstOrDefault(a => a.Key == "Name").Value.Value as string ?? Keys.Kebab(field.Name);

    private OptionType? Record(INamedTypeSymbol type, out string? obstacle)
    {
        obstacle = null;
        var isOwn = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);
        if (!isOwn && !HasBinding(type))
        {
            obstacle = $"'{type.ContainingAssembly.Name}' is built without this generator, so it has no binding";
        }
        else if (isOwn && Contains(type, []))
        {
            obstacle = "a record of options cannot contain itself";
        }

        return obstacle is null ? new OptionType(OptionKind.Record) { Name = TypeFacts.Qualified(type) } : null;
    }

    private bool HasBinding(INamedTypeSymbol type) =>
        type.ContainingAssembly.GetTypeByMetadataName($"{type.ContainingNamespace.ToDisplayString()}.{type.Name}Binding") is { } binding
        && compilation.IsSymbolAccessibleWithin(binding, compilation.Assembly);

    /// <summary>Whether the record that is being read is within another, however deep.</summary>
    private bool Contains(INamedTypeSymbol type, HashSet<ISymbol> visited) =>
        SymbolEqualityComparer.Default.Equals(type, record)
        || (visited.Add(type) && type.GetMembers().OfType<IPropertySymbol>().SelectMany(p => Records(p.Type)).Any(inner => Contains(inner, visited)));

    private static IEnumerable<INamedTypeSymbol> Records(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Records(array.ElementType),
        INamedTypeSymbol { IsGenericType: true } named => named.TypeArguments.SelectMany(Records),
        INamedTypeSymbol named when TypeFacts.IsOptions(named) => [named],
        _ => [],
    };
}
