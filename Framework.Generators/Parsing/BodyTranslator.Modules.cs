using Espalier.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <content>Calls of sub-modules and of the module's own methods.</content>
internal sealed partial class BodyTranslator
{
    private string ModuleCall(InvocationExpressionSyntax call, ResolvedCall resolved)
    {
        var receiver = resolved.Receiver!;
        var type = TypeOf(receiver)!;
        var module = bound is { } name && call.Expression is MemberBindingExpressionSyntax ? name : Raw(receiver);
        if (SymbolOf(receiver) is { } member && KnownSymbols.HasAttribute(member, AttributeNames.Opaque)
            || KnownSymbols.HasAttribute(type, AttributeNames.Opaque))
        {
            var marked = SymbolOf(receiver) is { } field && KnownSymbols.HasAttribute(field, AttributeNames.Opaque) ? field : type;
            return OpaqueCall(Excerpt(receiver), resolved.Arguments, resolved.Method!.ReturnType, marked, call);
        }

        if (Known.IsModuleInterface(type))
        {
            module = $"(global::TorchSharp.torch.nn.Module){module}";
        }
        else if (!HasTrace(type))
        {
            Report(Rules.ModuleNotAnnotated, call, type.Name);
        }

        if (TypedCall(resolved, type, module) is { } typed)
        {
            return typed;
        }

        var inputs = new List<string>();
        foreach (var argument in resolved.Arguments)
        {
            inputs.AddRange(Inputs(argument.Expression, call));
        }

        var isSpread = inputs.Any(i => i.StartsWith("..", StringComparison.Ordinal));
        var list = isSpread ? $"[{string.Join(", ", inputs)}]" : string.Join(", ", inputs);
        var separator = list.Length == 0 ? "" : ", ";
        return Results(resolved.Method!.ReturnType, call) switch
        {
            1 => $"{Tracer}.Call({module}{separator}{list})",
            2 => $"{Tracer}.Call2({module}{separator}{list})",
            3 => $"{Tracer}.Call3({module}{separator}{list})",
            0 => Many(resolved.Method.ReturnType, $"{Tracer}.CallMany({module}, [{string.Join(", ", inputs)}])"),
            var count => Several(count, $"{Tracer}.CallMany({module}, [{string.Join(", ", inputs)}])"),
        };
    }

    /// <summary>
    /// A call that hands over more than tensors goes to the typed trace of the annotated sub-module; null for any other call.
    /// </summary>
    private string? TypedCall(ResolvedCall resolved, ITypeSymbol type, string module)
    {
        if (resolved.Arguments.All(a => a.Type is null || Known.HoldsTensors(a.Type))
            || !KnownSymbols.HasAttribute(type, AttributeNames.PrunableModel)
            || KnownSymbols.HasAttribute(type, AttributeNames.TraceWith) || Known.Tracer!.GetMembers("Enter").Length == 0)
        {
            return null;
        }

        var name = Fresh("module");
        return $"{Tracer}.Enter({module}, {name} => {name}.Trace({WithTracer(HelperArguments(resolved))}))";
    }

    /// <summary>How many tensors a module returns; 0 for a list of them.</summary>
    private int Results(ITypeSymbol type, SyntaxNode call)
    {
        if (Known.IsTensor(type))
        {
            return 1;
        }

        if (type is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.All(e => Known.IsTensor(e.Type)))
        {
            return tuple.TupleElements.Length;
        }

        if (ElementOf(type) is not { } element || !Known.IsTensor(element))
        {
            Refuse(call, $"a module that returns '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' has no trace");
            return 1;
        }

        return 0;
    }

    private static string Many(ITypeSymbol type, string call) =>
        $"global::System.Linq.Enumerable.{(type is IArrayTypeSymbol ? "ToArray" : "ToList")}({call})";

    private string Several(int count, string call)
    {
        var names = Enumerable.Range(1, count).Select(i => Fresh("result" + Identifiers.Number(i))).ToList();
        return $"({call} is [{string.Join(", ", names.Select(n => "var " + n))}]\n    ? ({string.Join(", ", names)})\n"
            + $"    : throw new global::Espalier.Graphs.TraceException(\"The module does not return {count} tensors.\"))";
    }

    /// <summary>An argument of a module as entries of its list of inputs.</summary>
    private IEnumerable<string> Inputs(ExpressionSyntax argument, SyntaxNode call)
    {
        var type = TypeOf(argument);
        if (Known.IsTensor(type) || model.GetConstantValue(argument) is { HasValue: true, Value: null })
        {
            return [Expression(argument)];
        }

        if (argument is TupleExpressionSyntax tuple)
        {
            return tuple.Arguments.SelectMany(a => Inputs(a.Expression, call));
        }

        if (argument is CollectionExpressionSyntax { Elements: var elements })
        {
            return elements.SelectMany(element => element switch
            {
                ExpressionElementSyntax single => Inputs(single.Expression, call),
                SpreadElementSyntax spread => Inputs(spread.Expression, call),
                _ => [Refuse(element, "the trace knows no such element")],
            });
        }

        if (type is not null && ElementOf(type) is { } element && Known.IsTensor(element))
        {
            return [".. " + Value(argument)];
        }

        return type is IErrorTypeSymbol ? [Broken()]
            : [Refuse(argument, "only tensors can be handed to a module; give it the number in its constructor, or use [TraceWith]")];
    }

    /// <summary>
    /// Whether a module of this type can be traced: one of TorchSharp's, an annotated one, or one whose type is only known at run time.
    /// </summary>
    private bool HasTrace(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named || named.IsAbstract || named.TypeKind != TypeKind.Class)
        {
            return true;
        }

        if (named.AllInterfaces.Any(i =>
            i is { Name: "ITraceable", ContainingNamespace: { Name: "Graphs", ContainingNamespace.Name: "Espalier" } }))
        {
            return true;
        }

        for (var current = named; current is not null; current = current.BaseType)
        {
            if (KnownSymbols.HasAttribute(current, AttributeNames.PrunableModel)
                || KnownSymbols.HasAttribute(current, AttributeNames.TraceWith))
            {
                return true;
            }

            if (Known.IsTorchSharp(current))
            {
                return !current.IsAbstract;
            }
        }

        return false;
    }

    private string SelfCall(InvocationExpressionSyntax call, ResolvedCall resolved)
    {
        if (!resolved.OnBase)
        {
            Report(Rules.Recursion, call, "forward", method.Name == "forward" ? "directly" : $"from '{method.Name}'");
            return "default!";
        }

        var target = resolved.Method!;
        if (KnownSymbols.HasAttribute(target.ContainingType, AttributeNames.PrunableModel))
        {
            return $"base.Trace({WithTracer(HelperArguments(resolved))})";
        }

        if (ClassContext.Body(target) is null)
        {
            Report(Rules.NoSource, call, Signature(target), "its source is not part of this project");
            return "default!";
        }

        return $"{context.Helpers.For(target, HelperKind.Method, onBase: true).Name}({WithTracer(HelperArguments(resolved))})";
    }

    private string HelperCall(InvocationExpressionSyntax call, ResolvedCall resolved)
    {
        var target = resolved.Method!;
        if (!target.IsStatic && resolved.Receiver is not (null or ThisExpressionSyntax or BaseExpressionSyntax))
        {
            Report(Rules.NoSource, call, Signature(target),
                "it belongs to another object, whose code the trace of this class does not look into");
            return "default!";
        }

        if (!resolved.OnBase && !target.IsStatic)
        {
            target = MostDerived(target);
        }

        var arguments = WithTracer(HelperArguments(resolved));
        if (resolved.OnBase && context.Helpers.IsWrittenByBase(target))
        {
            return $"base.{HelperTable.PlainName(target)}({arguments})";
        }

        if (ClassContext.Body(target) is null && !target.IsAbstract)
        {
            Report(Rules.NoSource, call, Signature(target), "its source is not part of this project");
            return "default!";
        }

        if (IsEndless(call, resolved))
        {
            Report(Rules.Recursion, call, target.Name, "directly");
        }

        var name = context.Helpers.For(target, HelperKind.Method, resolved.OnBase).Name;
        return $"{name}{TypeArguments(resolved)}({arguments})";
    }

    /// <summary>A method that calls itself and has no number that could count down.</summary>
    private bool IsEndless(SyntaxNode call, ResolvedCall resolved) =>
        SymbolEqualityComparer.Default.Equals(resolved.Method!.OriginalDefinition, method.OriginalDefinition)
        && call.Ancestors().Any(a => a is MethodDeclarationSyntax) && method.Parameters.All(p => Known.HoldsTensors(p.Type));

    /// <summary>The method that will run when this one is called on the module.</summary>
    private IMethodSymbol MostDerived(IMethodSymbol called)
    {
        for (var type = context.Type; type is not null; type = type.BaseType)
        {
            foreach (var candidate in type.GetMembers(called.Name).OfType<IMethodSymbol>())
            {
                for (var current = candidate; current is not null; current = current.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, called.OriginalDefinition))
                    {
                        return candidate;
                    }
                }
            }
        }

        return called;
    }

    private string WithTracer(IEnumerable<string> arguments) => string.Join(", ", arguments.Prepend(Tracer));

    /// <summary>All arguments of a helper's trace; what the call leaves out is written out, because a size has no default.</summary>
    private IEnumerable<string> HelperArguments(ResolvedCall resolved)
    {
        var target = resolved.Method!;
        foreach (var argument in resolved.Arguments)
        {
            var isSize = argument.Parameter is { } parameter && context.IsSizeParameter(target, parameter);
            yield return Named(argument) + (isSize && argument.Modifier.Length == 0 ? Size(argument.Expression, follow: true)
                : PlainArgument(argument));
        }

        foreach (var parameter in target.Parameters)
        {
            if (parameter is { HasExplicitDefaultValue: true, IsParams: false }
                && resolved.Arguments.All(a => a.Parameter?.Name != parameter.Name))
            {
                yield return $"{Identifiers.Escape(parameter.Name)}: {DefaultValue(parameter)}";
            }
        }
    }
}
