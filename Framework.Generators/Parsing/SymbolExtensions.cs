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

    /// <summary>Whether it is a number that may be missing.</summary>
    public static bool IsNullable(this ITypeSymbol? type) => type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
}
