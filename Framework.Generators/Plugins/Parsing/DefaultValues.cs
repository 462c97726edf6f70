using Espalier.Generators.Plugins.Emission;
using Espalier.Generators.Plugins.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Plugins.Parsing;

/// <summary>The default of an option where its initialiser says it as a constant, for the schema.</summary>
internal static class DefaultValues
{
    /// <summary>The default as JSON, and as a number if it is one; null where it is not known.</summary>
    public static (string? Json, double? Number) Of(IPropertySymbol property, OptionType type, Compilation compilation, CancellationToken cancellation)
    {
        if (property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not PropertyDeclarationSyntax declaration)
        {
            return (null, null);
        }

        if (declaration.Initializer?.Value is not { } expression)
        {
            return (type.Null != OptionNull.Never ? "null" : Zero(type), null);
        }

        var value = compilation.GetSemanticModel(declaration.SyntaxTree).GetConstantValue(expression, cancellation);
        return (value.HasValue, value.Value, expression) switch
        {
            (true, null, _) => (type.Null == OptionNull.Never ? null : "null", null),
            (true, _, _) when type.Kind == OptionKind.Enumeration => (Member(property.Type, value.Value!), null),
            (true, bool truth, _) => (truth ? "true" : "false", null),
            (true, string text, _) => (Json.Text(text), null),
            (true, float number, _) when type.IsNumber && !float.IsNaN(number) && !float.IsInfinity(number) => (Json.Number(number), number),
            (true, int or long or float or double, _) when type.IsNumber => Number(Convert.ToDouble(value.Value, System.Globalization.CultureInfo.InvariantCulture)),
            (_, _, CollectionExpressionSyntax { Elements.Count: 0 }) when type.Kind == OptionKind.List => ("[]", null),
            (_, _, BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var name] }) when type.Kind == OptionKind.Part =>
                (PartName(compilation.GetSemanticModel(declaration.SyntaxTree).GetConstantValue(name.Expression, cancellation)), null),
            _ => (null, null),
        };
    }

    private static string? Zero(OptionType type) => type.Kind switch
    {
        OptionKind.Boolean => "false",
        _ when type.IsNumber => "0",
        _ => null,
    };

    private static (string? Json, double? Number) Number(double number) =>
        double.IsNaN(number) || double.IsInfinity(number) ? (null, number) : (Json.Number(number), number);

    private static string? PartName(Optional<object?> name) => name is { HasValue: true, Value: string text } ? Json.Text(text) : null;

    private static string? Member(ITypeSymbol type, object value)
    {
        var enumeration = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        var member = enumeration.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, value));
        return member is null ? null : Json.Text(OptionTypeParser.EnumKey(member));
    }
}
