using Espalier.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <content>Calls.</content>
internal sealed partial class BodyTranslator
{
    private string Call(InvocationExpressionSyntax call)
    {
        var resolved = context.Calls.Resolve(call, model);
        switch (resolved.Kind)
        {
            case CallKind.Constant:
                return SymbolDisplay.FormatLiteral(model.GetConstantValue(call).Value as string ?? "", quote: true);
            case CallKind.Module:
                return ModuleCall(call, resolved);
            case CallKind.Self:
                return SelfCall(call, resolved);
            case CallKind.Tensor:
                return TensorCall(call, resolved);
            case CallKind.Ownership:
                return Ownership(call, resolved);
            case CallKind.Helper:
                return HelperCall(call, resolved);
            case CallKind.TraceWith:
                return TraceWithCall(call, resolved);
            case CallKind.Opaque:
                return OpaqueCall(resolved.Method!.Name, resolved.Arguments, resolved.Method.ReturnType, resolved.Method, call);
            case CallKind.Local:
                return $"{Identifiers.Escape(resolved.Method!.Name)}{TypeArguments(resolved)}({LocalArguments(resolved)})";
            case CallKind.Delegate:
                return DelegateCall(call, resolved);
            case CallKind.Stored:
                return Known.IsTensor(resolved.Method!.ReturnType) ? Stored(call, PlainCall(call, resolved)) : PlainCall(call, resolved);
            case CallKind.Plain:
                return PlainCall(call, resolved);
            case CallKind.Values:
                Report(Rules.DependsOnValues, call, Excerpt(call));
                return "default!";
            case CallKind.NoSymbolicForm:
                Report(Rules.NoSymbolicForm, call, Signature(resolved.Method!), Advice(resolved.Method!));
                return "default!";
            case CallKind.State:
                Report(Rules.State, call, resolved.Receiver is null ? "the module" : Excerpt(resolved.Receiver));
                return "default!";
            case CallKind.NewModule:
                return Refuse(call, "a module made inside forward is new on every call; make it in the constructor");
            case CallKind.NoSource:
                Report(Rules.NoSource, call, Signature(resolved.Method!), "its source is not part of this project");
                return "default!";
            default:
                return Broken();
        }
    }

    private static string Signature(IMethodSymbol method)
    {
        var parameters = method.Parameters.Select(p => p.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        return $"{method.ContainingType.Name}.{method.Name}({string.Join(", ", parameters)})";
    }

    private string Advice(IMethodSymbol method)
    {
        var plain = method.Name.TrimEnd('_');
        return method.Name.EndsWith("_", StringComparison.Ordinal) && Known.SymbolicTensor!.GetMembers(plain).Length > 0
            ? $"; it changes a tensor in place, use '{plain}'"
            : "";
    }

    private string TensorCall(InvocationExpressionSyntax call, ResolvedCall resolved)
    {
        var mirror = resolved.Mirror!;
        var name = Identifiers.Escape(mirror.Symbol.Name) + TypeArguments(resolved);
        var arguments = MirrorArguments(resolved.Arguments, mirror);
        ReportZeros(resolved);
        if (mirror.TakesTracer)
        {
            arguments.Insert(0, Tracer);
        }

        var list = Listed(call.ArgumentList, arguments);
        if (resolved.Receiver is null)
        {
            return $"{context.Printer.Real(mirror.Symbol.ContainingType)}.{name}({list})";
        }

        return call.Expression is MemberAccessExpressionSyntax access
            ? Expression(access.Expression) + Linked(access, $".{name}({list})")
            : $".{name}({list})";
    }

    /// <summary>A 0 that looks like a number, and would be one if it were a 1.</summary>
    private void ReportZeros(ResolvedCall resolved)
    {
        foreach (var argument in resolved.Arguments)
        {
            if (argument is { ZeroOf: { } choice, Parameter: { } parameter } && argument.Name is null
                && resolved.Method!.ContainingType.GetMembers(resolved.Method.Name).OfType<IMethodSymbol>().Any(other =>
                    other.Parameters.Length > parameter.Ordinal && KnownSymbols.IsWhole(other.Parameters[parameter.Ordinal].Type)))
            {
                var member = choice.GetMembers().OfType<IFieldSymbol>()
                    .FirstOrDefault(field => field.HasConstantValue && Convert.ToInt64(field.ConstantValue) == 0);
                Report(
                    Rules.ZeroIsEnum, argument.Expression, Excerpt(argument.Expression),
                    member is null ? choice.Name : $"{choice.Name}.{member.Name}", parameter.Name);
            }
        }
    }

    /// <summary>A member after its receiver, on a line of its own if the code has it there.</summary>
    private static string Linked(MemberAccessExpressionSyntax access, string member) =>
        BreaksBefore(access.OperatorToken) ? "\n    " + Deeper(member) : member;

    /// <summary>Arguments, broken into lines where the code breaks them.</summary>
    private static string Listed(ArgumentListSyntax list, List<string> arguments)
    {
        if (arguments.Count == 0 || list.Arguments.Count == 0 || !BreaksBefore(list.Arguments[0].GetFirstToken()))
        {
            return string.Join(", ", arguments);
        }

        var breaksAll = list.Arguments.Count > 1 && BreaksBefore(list.Arguments[1].GetFirstToken());
        return "\n    " + Deeper(string.Join(breaksAll ? ",\n" : ", ", arguments));
    }

    private List<string> MirrorArguments(IReadOnlyList<CallArgument> arguments, Mirror mirror)
    {
        var texts = new List<string>();
        var isNamed = false;
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (mirror.Parameters[i] is not { } parameter)
            {
                if (argument.Parameter?.Name == "inplace" && !IsConstantFalse(argument.Expression))
                {
                    Report(Rules.NoSymbolicForm, argument.Expression, $"{mirror.Symbol.Name} in place", "");
                }

                isNamed = true;
                continue;
            }

            isNamed |= argument.Name is not null;
            if (mirror.HasRivals && parameter.IsParams && !isNamed && argument.Type is not (IArrayTypeSymbol or null))
            {
                // Written out, the list cannot be taken for the arguments of another overload.
                var rest = Enumerable.Range(i, arguments.Count - i).Select(j => MirrorArgument(arguments[j], mirror, j));
                texts.Add($"new {context.Printer.Real(((IArrayTypeSymbol)parameter.Type).ElementType)}[] {{ {string.Join(", ", rest)} }}");
                break;
            }

            var label = isNamed && !parameter.IsParams ? Identifiers.Escape(parameter.Name) + ": " : "";
            texts.Add(label + MirrorArgument(argument, mirror, i));
        }

        return texts;
    }

    private bool IsConstantFalse(ExpressionSyntax expression) => model.GetConstantValue(expression) is { HasValue: true, Value: false };

    private string MirrorArgument(CallArgument argument, Mirror mirror, int index)
    {
        var target = mirror.TargetType(index, argument.Type)!;
        if (argument.ZeroOf is { } choice)
        {
            return $"({context.Printer.Real(choice)})0";
        }

        if (Known.IsDim(target) && model.GetConstantValue(argument.Expression) is { HasValue: true, Value: 0 or 0L }
            && MirrorLookup.HasRivalOfEnum(mirror, index))
        {
            // As it stands it could be the enum's.
            return $"({TypePrinter.Dim})0";
        }

        return SizeArguments.HoldsDims(Known, target)
            ? Size(argument.Expression, follow: SizeArguments.IsSize(Known, mirror, index, argument))
            : Number(argument.Expression, target);
    }

    private string TypeArguments(ResolvedCall call) =>
        call.TypeArguments.Count == 0 ? "" : $"<{string.Join(", ", call.TypeArguments.Select(a => TypeText(a, asSizes: false)))}>";

    private string LocalArguments(ResolvedCall call) => string.Join(", ", call.Arguments.Select(argument => Named(argument)
        + (argument.Parameter is { } parameter && sizes.IsSize(parameter.OriginalDefinition) ? Size(argument.Expression, follow: true)
            : PlainArgument(argument))));

    private static string Named(CallArgument argument) =>
        (argument.Name is { } name ? name + ": " : "") + (argument.Modifier.Length > 0 ? argument.Modifier + " " : "");

    /// <summary>An argument of a method that knows nothing of tensors; of a list of sizes it takes the elements as sizes too.</summary>
    private string PlainArgument(CallArgument argument, bool ofSizes = false)
    {
        var target = argument.Parameter?.OriginalDefinition.Type;
        return argument.Modifier.Length > 0 ? Target(argument.Expression)
            : ofSizes && target is ITypeParameterSymbol ? Size(argument.Expression, follow: true)
            : Number(argument.Expression, target);
    }

    private string PlainCall(InvocationExpressionSyntax call, ResolvedCall resolved)
    {
        var method = resolved.Method!;
        var ofSizes = sizes.IsSize(resolved.Receiver) || (method.IsExtensionMethod && sizes.IsSize(resolved.Arguments[0].Expression));
        var arguments = resolved.Arguments.Select(a => Named(a) + PlainArgument(a, ofSizes)).ToList();
        if (!context.Compilation.IsSymbolAccessibleWithin(method, context.Type))
        {
            Report(Rules.NoSource, call, Signature(method), $"it cannot be reached from '{context.Type.Name}'");
            return "default!";
        }

        var name = Identifiers.Escape(method.Name) + TypeArguments(resolved);
        var list = string.Join(", ", arguments);
        if (method.IsStatic)
        {
            return $"{context.Printer.Real(method.ContainingType)}.{name}({list})";
        }

        return call.Expression switch
        {
            MemberAccessExpressionSyntax access => Receiver(access.Expression) + Linked(access, $".{name}({list})"),
            MemberBindingExpressionSyntax => $".{name}({list})",
            _ => $"{name}({list})",
        };
    }

    private string DelegateCall(InvocationExpressionSyntax call, ResolvedCall resolved)
    {
        var target = call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Invoke", Expression: var inner } ? inner
            : call.Expression;
        var symbol = SymbolOf(target);
        if (context.Calls.HandlesTensors(resolved.Method!)
            && (symbol is IFieldSymbol or IPropertySymbol || (symbol is IParameterSymbol p && context.IsCaptured(p))))
        {
            Report(Rules.NoSource, call, Excerpt(target), "a delegate in a field can be anything; make it a module, or a switch over names");
            return "default!";
        }

        return $"{Expression(target)}({string.Join(", ", resolved.Arguments.Select(a => Named(a) + PlainArgument(a)))})";
    }

    /// <summary>Dispose, MoveToOuterDisposeScope and the like stand for the tensor they are about.</summary>
    private string Ownership(InvocationExpressionSyntax call, ResolvedCall resolved)
    {
        if (resolved.Receiver is { } receiver && Known.IsTensor(TypeOf(receiver)))
        {
            return call.Expression is MemberAccessExpressionSyntax ? Expression(receiver) : Refuse(call, "move the call out of '?.'");
        }

        return resolved.Arguments switch
        {
            [] => "",
            [var only] => Value(only.Expression),
            var several => $"({string.Join(", ", several.Select(a => Value(a.Expression)))})",
        };
    }
}
