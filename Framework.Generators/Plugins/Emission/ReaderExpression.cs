using System.Globalization;
using Espalier.Generators.Parsing;
using Espalier.Generators.Plugins.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Espalier.Generators.Plugins.Emission;

/// <summary>Writes the expression that reads an option of some type.</summary>
internal static class ReaderExpression
{
    private const string Values = "global::Espalier.Recipes.OptionValues.";

    public static string Of(OptionType type)
    {
        var plain = Plain(type);
        return type.Null switch
        {
            OptionNull.ValueType => $"{Values}OrNull<{Name(type)}>({plain})",
            OptionNull.ReferenceType => $"{Values}OrNothing<{Name(type)}>({plain})",
            _ => plain,
        };
    }

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Plain(OptionType type) => type.Kind switch
    {
        OptionKind.Boolean or OptionKind.Text or OptionKind.FilePath => Values + type.Kind,
        OptionKind.Enumeration => $"{Values}OneOf({string.Join(", ", type.Names.Select(n => $"({Literal(n.Key)}, {type.Name}.{Identifiers.Escape(n.Member)})"))})",
        OptionKind.Record => $"{Values}Record({type.Name}Binding.Bind)",
        OptionKind.Part => $"{Values}Part<{type.Name}>({Literal(type.PartKind)})",
        OptionKind.List or OptionKind.Dictionary => $"{Values}{type.Kind}<{Name(type.Item!)}{(type.Item!.Null == OptionNull.Never ? "" : "?")}>({Of(type.Item!)})",
        _ => $"{Values}{type.Kind}({BoundsOf(type.Bounds)})",
    };

    private static string Name(OptionType type) => type.Kind switch
    {
        OptionKind.Boolean => "bool",
        OptionKind.Int32 => "int",
        OptionKind.Int64 => "long",
        OptionKind.Single => "float",
        OptionKind.Double => "double",
        OptionKind.Text or OptionKind.FilePath => "string",
        OptionKind.Part => $"global::Espalier.Plugins.Part<{type.Name}>",
        OptionKind.List => $"{Name(type.Item!)}{(type.Item!.Null == OptionNull.Never ? "" : "?")}[]",
        OptionKind.Dictionary => $"global::System.Collections.Generic.Dictionary<string, {Name(type.Item!)}{(type.Item!.Null == OptionNull.Never ? "" : "?")}>",
        _ => type.Name,
    };

    private static string BoundsOf(Bounds bounds)
    {
        string[] said =
        [
            bounds.HasMin ? "Min: " + Number(bounds.Min) : "",
            bounds.HasMax ? "Max: " + Number(bounds.Max) : "",
            bounds is { HasMin: true, ExclusiveMin: true } ? "ExclusiveMin: true" : "",
            bounds is { HasMax: true, ExclusiveMax: true } ? "ExclusiveMax: true" : "",
        ];
        var arguments = string.Join(", ", said.Where(part => part.Length > 0));
        return arguments.Length == 0 ? "" : $"new({arguments})";
    }

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
