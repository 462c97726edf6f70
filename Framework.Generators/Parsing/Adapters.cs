using Espalier.Generators.Diagnostics;
using Espalier.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Parsing;

/// <summary>How the untyped trace hands a list of inputs to the typed one, and turns its result into a list.</summary>
internal static class Adapters
{
    public static TraceAdapter? For(ClassContext context, IMethodSymbol forward, string target, Location place)
    {
        var results = new List<string>();
        if (!Results(context, forward.ReturnType, "result", results) || results.Count == 0)
        {
            context.Report(Rules.NoForward, place, context.Type.Name,
                $"it returns '{forward.ReturnType.ToDisplayString()}', which is neither a tensor nor a tuple or a list of them");
            return null;
        }

        var inputs = forward.Parameters.Select(p => Input(context, p));
        return new TraceAdapter(context.Type.Name, target, inputs.ToEquatable(), results.ToEquatable());
    }

    private static TraceInput Input(ClassContext context, IParameterSymbol parameter)
    {
        var isOptional = parameter.NullableAnnotation == NullableAnnotation.Annotated
            || parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null };
        var kind = context.Known.IsTensor(parameter.Type) ? isOptional ? InputKind.OptionalTensor : InputKind.Tensor
            : parameter.Type is IArrayTypeSymbol { ElementType: var element } && context.Known.IsTensor(element) ? InputKind.Tensors
            : InputKind.Other;
        return new TraceInput(parameter.Name, kind, parameter.HasExplicitDefaultValue ? Signatures.DefaultValue(context, parameter) : null);
    }

    private static bool Results(ClassContext context, ITypeSymbol type, string access, List<string> results)
    {
        switch (type)
        {
            case var _ when context.Known.IsTensor(type):
                results.Add(type.NullableAnnotation == NullableAnnotation.Annotated
                    ? $".. {access} is null ? new {TypePrinter.SymbolicTensor}[0] : new[] {{ {access} }}"
                    : access);
                return true;
            case INamedTypeSymbol { IsTupleType: true } tuple:
                for (var i = 0; i < tuple.TupleElements.Length; i++)
                {
                    var element = tuple.TupleElements[i].Type;
                    if (context.Known.HoldsTensors(element)
                        && !Results(context, element, $"{access}.Item{Identifiers.Number(i + 1)}", results))
                    {
                        return false;
                    }
                }

                return true;
            case IArrayTypeSymbol { ElementType: var item } when context.Known.IsTensor(item):
            case INamedTypeSymbol { TypeArguments: [var only] } when context.Known.IsTensor(only):
                results.Add(".. " + access);
                return true;
            case INamedTypeSymbol { TypeArguments: [_, var value] } named
                when named.Name.EndsWith("Dictionary", StringComparison.Ordinal) && context.Known.IsTensor(value):
                results.Add($".. {access}.Values");
                return true;
            default:
                return false;
        }
    }
}
