using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Parsing;

/// <summary>Small questions about symbols.</summary>
internal static class SymbolExtensions
{
    /// <summary>The type of a field, a property or a parameter.</summary>
    public static ITypeSymbol? MemberType(this ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        _ => null,
    };

    /// <summary>
    /// A class's members in an order that does not depend on the order of its files: those beside the annotation first, then by file, each
    /// as written.
    /// </summary>
    public static IEnumerable<ISymbol> OrderedMembers(this INamedTypeSymbol type)
    {
        var main = KnownSymbols.Attribute(type, AttributeNames.PrunableModel)?.ApplicationSyntaxReference?.SyntaxTree;
        return type.GetMembers()
            .Select(member => (Member: member, Place: member.Locations.FirstOrDefault()))
            .OrderBy(m => m.Place?.SourceTree == main ? 0 : 1)
            .ThenBy(m => m.Place?.SourceTree?.FilePath ?? "", StringComparer.Ordinal)
            .ThenBy(m => m.Place?.SourceSpan.Start ?? 0)
            .Select(m => m.Member);
    }

    /// <summary>Whether it is a number that may be missing.</summary>
    public static bool IsNullable(this ITypeSymbol? type) => type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
}
