using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Espalier.Generators.Parsing;

/// <summary>Declarations of methods in generated code.</summary>
internal static class Signatures
{
    /// <summary>A parameter's declaration in a trace.</summary>
    public static string Parameter(ClassContext context, IParameterSymbol parameter, bool isSize, bool withDefault)
    {
        var modifier = parameter switch
        {
            { IsParams: true } => "params ",
            { RefKind: RefKind.Ref } => "ref ",
            { RefKind: RefKind.Out } => "out ",
            { RefKind: RefKind.In } => "in ",
            _ => "",
        };
        var type = context.Printer.Print(parameter.Type, isSize);

        // A null default says that null may come, whether or not the type does.
        if (parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null, Type.IsReferenceType: true }
            && !type.EndsWith("?", StringComparison.Ordinal))
        {
            type += "?";
        }

        var value = withDefault && parameter.HasExplicitDefaultValue ? isSize ? " = default" : " = " + DefaultValue(context, parameter) : "";
        return $"{modifier}{type} {Identifiers.Escape(parameter.Name)}{value}";
    }

    /// <summary>A parameter's default value as code.</summary>
    public static string DefaultValue(ClassContext context, IParameterSymbol parameter) =>
        Constant(context, parameter.ExplicitDefaultValue, KnownSymbols.Underlying(parameter.Type)!);

    /// <summary>A constant as code.</summary>
    public static string Constant(ClassContext context, object? value, ITypeSymbol type)
    {
        return value switch
        {
            null => "default",
            _ when type.TypeKind == TypeKind.Enum =>
                $"({context.Printer.Real(type)})({SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)})",
            float number => SymbolDisplay.FormatPrimitive(number, true, false) + "f",
            double number => SymbolDisplay.FormatPrimitive(number, true, false) + "d",
            _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false),
        };
    }

    /// <summary>A generic method's type parameters and their constraints.</summary>
    public static (string List, string Constraints) Generics(ClassContext context, IMethodSymbol method)
    {
        if (method.TypeParameters.Length == 0)
        {
            return ("", "");
        }

        var constraints = string.Concat(method.TypeParameters.Select(p => Constraints(context, p)));
        return ($"<{string.Join(", ", method.TypeParameters.Select(p => Identifiers.Escape(p.Name)))}>", constraints);
    }

    private static string Constraints(ClassContext context, ITypeParameterSymbol parameter)
    {
        var all = new List<string>();
        if (parameter.HasReferenceTypeConstraint)
        {
            all.Add("class");
        }

        if (parameter.HasValueTypeConstraint)
        {
            all.Add("struct");
        }

        if (parameter.HasNotNullConstraint)
        {
            all.Add("notnull");
        }

        all.AddRange(parameter.ConstraintTypes.Select(context.Printer.Real));
        if (parameter.HasConstructorConstraint)
        {
            all.Add("new()");
        }

        return all.Count == 0 ? "" : $" where {Identifiers.Escape(parameter.Name)} : {string.Join(", ", all)}";
    }
}
