using Espalier.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Espalier.Generators.Parsing;

/// <summary>[TraceWith] and [Opaque].</summary>
internal static class WaysOut
{
    /// <summary>The method that [TraceWith] names, as code calls it; null if there is none that fits.</summary>
    public static string? Trace(ClassContext context, ISymbol marked, string? receiver)
    {
        var name = NamedMethod(marked);
        context.Sought.Add(name);
        var container = marked as INamedTypeSymbol ?? marked.ContainingType;
        for (var type = container; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).OfType<IMethodSymbol>()
                .Any(m => m.Parameters.Length > 0 && KnownSymbols.IsSame(m.Parameters[0].Type, context.Known.Tracer)))
            {
                return receiver is null ? Identifiers.Escape(name) : $"{receiver}.{Identifiers.Escape(name)}";
            }
        }

        return null;
    }

    public static void ReportMissing(ClassContext context, Location place, ISymbol marked, IMethodSymbol stands)
    {
        var parameters = new[] { "Tracer" }.Concat(stands.Parameters.Select(p => context.Known.IsTensor(p.Type)
            ? "SymbolicTensor"
            : p.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
        var container = marked as INamedTypeSymbol ?? marked.ContainingType;
        context.Report(
            Rules.TraceMethod, Place(marked) ?? place, marked.Name, NamedMethod(marked), container.Name, string.Join(", ", parameters));
    }

    /// <summary>The call that records a closed region; null if its result has a form that a region cannot have.</summary>
    public static string? Opaque(
        ClassContext context, string tracer, string name, IReadOnlyList<string> tensors, ITypeSymbol result, ISymbol marked, Func<string,
            string> freshName)
    {
        var count = context.Known.IsTensor(result) ? 1
            : result is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.All(e => context.Known.IsTensor(e.Type))
                ? tuple.TupleElements.Length
            : 0;
        if (count == 0)
        {
            return null;
        }

        // A computed first input is named, so that it is recorded once.
        var first = tensors[0];
        if (!first.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '@'))
        {
            var input = freshName("input");
            var rest = new List<string>(tensors) { [0] = input };
            return Opaque(context, tracer, name, rest, result, marked, freshName) is { } inner
                ? $"({first} is var {input} ? {inner} : default!)" : null;
        }

        var shapes = Shape(context, marked) is { } shape
            ? $"{shape}({string.Join(", ", tensors)})"
            : string.Join(", ", Enumerable.Repeat($"{tensors[0]}.Value.Shape", count));
        var call = $"{tracer}.Opaque({SymbolDisplay.FormatLiteral(name, quote: true)}, [{string.Join(", ", tensors)}], {shapes})";
        if (count == 1)
        {
            return call + "[0]";
        }

        var names = Enumerable.Range(1, count).Select(i => freshName("result" + Identifiers.Number(i))).ToList();
        return $"({call} is [{string.Join(", ", names.Select(n => "var " + n))}] ? ({string.Join(", ", names)}) : default)";
    }

    /// <summary>The name in [TraceWith(...)].</summary>
    private static string NamedMethod(ISymbol marked) =>
        KnownSymbols.Attribute(marked, AttributeNames.TraceWith) is { ConstructorArguments: [{ Value: string name }, ..] } ? name : "";

    /// <summary>The method in [Opaque(Shape = ...)], as code calls it.</summary>
    private static string? Shape(ClassContext context, ISymbol marked)
    {
        if (KnownSymbols.Attribute(marked, AttributeNames.Opaque) is not { } attribute)
        {
            return null;
        }

        var name = attribute.NamedArguments.FirstOrDefault(a => a.Key == "Shape").Value.Value as string
            ?? (attribute.ConstructorArguments is [{ Value: string first }, ..] ? first : null);
        var owner = marked as INamedTypeSymbol ?? marked.ContainingType;
        return name is null ? null : SymbolEqualityComparer.Default.Equals(owner, context.Type) ? name
            : $"{context.Printer.Real(owner)}.{name}";
    }

    private static Location? Place(ISymbol marked) =>
        KnownSymbols.Attribute(marked, AttributeNames.TraceWith)?.ApplicationSyntaxReference is { } reference
            ? Location.Create(reference.SyntaxTree, reference.Span)
            : null;
}
