using Espalier.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <content>Hand-written traces and closed regions.</content>
internal sealed partial class BodyTranslator
{
    private string TraceWithCall(InvocationExpressionSyntax call, ResolvedCall resolved)
    {
        var target = resolved.Method!;
        if (!target.IsStatic && resolved.Receiver is not (null or ThisExpressionSyntax or BaseExpressionSyntax))
        {
            return WaysOut.Trace(context, target, Raw(resolved.Receiver!)) is { } other
                ? $"{other}({WithTracer(HelperArguments(resolved))})"
                : Missing(call, target);
        }

        var receiver = target.IsStatic && !SymbolEqualityComparer.Default.Equals(target.ContainingType, context.Type)
            ? context.Printer.Real(target.ContainingType) : null;
        return WaysOut.Trace(context, target, receiver) is { } name
            ? $"{name}({WithTracer(resolved.Arguments.Select(TraceArgument))})"
            : Missing(call, target);
    }

    private string TraceArgument(CallArgument argument) => Named(argument)
        + (argument.Parameter is { } parameter && Known.HoldsSizes(parameter.Type) && !Known.HoldsTensors(parameter.Type)
            ? Size(argument.Expression, follow: true)
            : PlainArgument(argument));

    private string Missing(SyntaxNode call, IMethodSymbol target)
    {
        WaysOut.ReportMissing(context, call.GetLocation(), target, target);
        HasFailed = true;
        return "default!";
    }

    /// <summary>
    /// A closed region: its tensors go in, and come out with the shape of the first, or with those that the named method gives.
    /// </summary>
    private string OpaqueCall(
        string name, IReadOnlyList<CallArgument> arguments, ITypeSymbol result, ISymbol marked, InvocationExpressionSyntax call)
    {
        var tensors = arguments.Where(a => Known.IsTensor(a.Type)).Select(a => Expression(a.Expression)).ToList();
        if (tensors.Count == 0)
        {
            return Refuse(call, "a closed region needs a tensor that goes in");
        }

        return WaysOut.Opaque(context, Tracer, name, tensors, result, marked, Fresh)
            ?? Refuse(call, "a closed region returns a tensor, or a tuple of tensors");
    }
}
