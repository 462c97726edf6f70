using System.Text;
using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Parsing;

/// <summary>
/// Writes types as generated code spells them: qualified, with tensors as symbolic tensors and, where asked, whole numbers as sizes.
/// </summary>
/// <param name="known">The types that change.</param>
/// <param name="arguments">What stands for the type parameters of the class's generic base classes, whose code is translated into it.</param>
internal sealed class TypePrinter(KnownSymbols known, IReadOnlyDictionary<ITypeParameterSymbol, ITypeSymbol> arguments)
{
    public const string SymbolicTensor = "global::Espalier.Symbolic.SymbolicTensor";

    public const string Dim = "global::Espalier.Symbolic.Dim";

    public static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>The type of a traced value.</summary>
    public string Print(ITypeSymbol type, bool sizes = false)
    {
        if (type is ITypeParameterSymbol parameter && arguments.TryGetValue(parameter, out var argument))
        {
            return Print(argument, sizes);
        }

        var text = type switch
        {
            _ when known.IsTensor(type) => SymbolicTensor,
            _ when sizes && type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 => sizes ? Dim : Real(type),
            IArrayTypeSymbol array => Print(array.ElementType, sizes) + "[" + new string(',', array.Rank - 1) + "]",
            INamedTypeSymbol { IsTupleType: true } tuple => Tuple(tuple, sizes),
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable =>
                Print(nullable.TypeArguments[0], sizes) + "?",
            INamedTypeSymbol { IsGenericType: true } named when Changes(named, sizes) => Generic(named, sizes),
            INamedTypeSymbol named when Mirror(named) is { } mirror => Real(mirror),
            _ => Real(type),
        };
        return type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated }
            && !text.EndsWith("?", StringComparison.Ordinal)
            ? text + "?"
            : text;
    }

    /// <summary>The type as it is.</summary>
    public string Real(ITypeSymbol type) => Substituted(type).ToDisplayString(Qualified);

    /// <summary>The type with what stands for the type parameters of the class's base classes.</summary>
    public ITypeSymbol Substituted(ITypeSymbol type) => type switch
    {
        _ when arguments.Count == 0 => type,
        ITypeParameterSymbol parameter => arguments.TryGetValue(parameter, out var argument) ? argument : type,
        INamedTypeSymbol { IsGenericType: true, IsUnboundGenericType: false, ContainingType: null or { IsGenericType: false } } named =>
            named.ConstructedFrom.Construct([.. named.TypeArguments.Select(Substituted)]).WithNullableAnnotation(type.NullableAnnotation),
        _ => type,
    };

    private bool Changes(INamedTypeSymbol type, bool sizes) =>
        !known.IsModule(type) && (known.HoldsTensors(type) || (sizes && known.HoldsSizes(type)));

    private INamedTypeSymbol? Mirror(INamedTypeSymbol type) => KnownSymbols.IsSame(type, known.TensorIndex) ? known.Mirror(type) : null;

    private string Tuple(INamedTypeSymbol tuple, bool sizes)
    {
        var text = new StringBuilder("(");
        foreach (var element in tuple.TupleElements)
        {
            text.Append(text.Length == 1 ? "" : ", ").Append(Print(element.Type, sizes));
            if (element.IsExplicitlyNamedTupleElement)
            {
                text.Append(' ').Append(Identifiers.Escape(element.Name));
            }
        }

        return text.Append(')').ToString();
    }

    private string Generic(INamedTypeSymbol type, bool sizes)
    {
        var plain = Real(type.OriginalDefinition.ConstructUnboundGenericType());
        return plain.Substring(0, plain.LastIndexOf('<')) + "<" + string.Join(", ", type.TypeArguments.Select(a => Print(a, sizes))) + ">";
    }
}
