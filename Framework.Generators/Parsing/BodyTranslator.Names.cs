using Espalier.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <content>Names and members. What the module stores is read through the tracer; what the method computes is symbolic already.</content>
internal sealed partial class BodyTranslator
{
    private string Name(SimpleNameSyntax name)
    {
        var text = name.Identifier.Text;
        var symbol = SymbolOf(name);
        switch (symbol)
        {
            case null:
                return text == "_" ? text : Broken();
            case INamespaceOrTypeSymbol:
                return TypeName(name);
            case ILocalSymbol or IParameterSymbol:
                if (dropped.Contains(symbol))
                {
                    return Refuse(name, "the scope it stands for does not exist in a trace");
                }

                var isStored = stored.Contains(symbol) || (symbol is IParameterSymbol parameter && context.IsCaptured(parameter));
                return isStored && Known.IsTensor(symbol.MemberType()) ? Stored(name, text) : text;
            case IMethodSymbol group:
                return MethodGroup(name, group);
            default:
                return Read(name, symbol, symbol.IsStatic && !IsOwn(symbol) ? Qualified(symbol) : text, onThis: true);
        }
    }

    private string Member(MemberAccessExpressionSyntax access)
    {
        var symbol = SymbolOf(access);
        switch (symbol)
        {
            case null:
                return Broken();
            case INamespaceOrTypeSymbol:
                return TypeName(access);
            case IMethodSymbol group:
                return MethodGroup(access, group);
        }

        if (symbol.IsStatic)
        {
            return Read(access, symbol, Qualified(symbol), onThis: false);
        }

        var onThis = access.Expression is ThisExpressionSyntax or BaseExpressionSyntax;
        if (Known.IsTensor(symbol.ContainingType))
        {
            return SymbolicProperty(access, symbol.Name) is { } property ? Receiver(access.Expression) + Linked(access, property)
                : "default!";
        }

        return Read(access, symbol, Receiver(access.Expression) + Linked(access, "." + access.Name), onThis);
    }

    /// <summary>A receiver of a member access; what is stored in the module stays what it is, so that its members can be read.</summary>
    private string Receiver(ExpressionSyntax receiver) => Known.IsTensor(TypeOf(receiver)) ? Expression(receiver) : Raw(receiver);

    /// <summary>A stored object as it is, without reading it through the tracer.</summary>
    private string Raw(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => $"({Raw(inner.Expression)})",
        IdentifierNameSyntax name when SymbolOf(name) is IFieldSymbol or IPropertySymbol && !IsTraced(SymbolOf(name)!) =>
            SymbolOf(name)!.IsStatic ? Qualified(SymbolOf(name)!) : name.Identifier.Text,
        MemberAccessExpressionSyntax access when SymbolOf(access) is IFieldSymbol or IPropertySymbol && !IsTraced(SymbolOf(access)!)
            && !Known.IsTensor(SymbolOf(access)!.ContainingType) =>
            SymbolOf(access)!.IsStatic ? Qualified(SymbolOf(access)!) : Receiver(access.Expression) + "." + access.Name,
        IdentifierNameSyntax name when SymbolOf(name) is ILocalSymbol or IParameterSymbol
            && !dropped.Contains(SymbolOf(name)!) => name.Identifier.Text,
        _ => Expression(expression),
    };

    private bool IsTraced(ISymbol member) => IsTrainingFlag(member)
        || (Known.HoldsTensors(member.MemberType()) && ComputedGetter(member) is not null);

    private string? SymbolicProperty(ExpressionSyntax place, string name)
    {
        if (MirrorLookup.Property(Known.SymbolicTensor!, name, isStatic: false) is not null)
        {
            return "." + Identifiers.Escape(name);
        }

        Report(Rules.NoSymbolicForm, place, $"Tensor.{name}", "");
        return null;
    }

    private string Read(ExpressionSyntax place, ISymbol symbol, string text, bool onThis)
    {
        if (!context.Compilation.IsSymbolAccessibleWithin(symbol, context.Type))
        {
            if (symbol is IFieldSymbol { HasConstantValue: true, ConstantValue: { } constant })
            {
                return Signatures.Constant(context, constant, ((IFieldSymbol)symbol).Type);
            }

            Report(
                Rules.NoSource, place, symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
                $"it cannot be reached from '{context.Type.Name}'; make it protected, or mark '{symbol.ContainingType?.Name}' [PrunableModel]");
            return "default!";
        }

        if (IsTrainingFlag(symbol))
        {
            return $"{Tracer}.Training";
        }

        var type = symbol.MemberType();
        if (symbol is IFieldSymbol { ContainingType.IsTupleType: true } && place is MemberAccessExpressionSyntax { Expression: var tuple }
            && !IsStored(tuple))
        {
            return text;
        }

        if (!Known.HoldsTensors(type) || Known.IsModule(type))
        {
            return text;
        }

        if (onThis && symbol is IPropertySymbol own && context.RunningGetter(own) is { } getter)
        {
            return $"{context.Helpers.For(getter, HelperKind.Property).Name}({Tracer})";
        }

        if (symbol is IPropertySymbol && ComputedGetter(symbol) is not null)
        {
            Report(
                Rules.NoSource, place, symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
                onThis ? "a derived class may compute it otherwise; make it a method"
                    : "it is computed by another object, whose code the trace of this class does not look into");
            return "default!";
        }

        return Known.IsTensor(type) && IsStored(place) ? Stored(place, text) : text;
    }

    private bool IsTrainingFlag(ISymbol symbol) => symbol is IPropertySymbol { Name: "training", IsStatic: false }
        && Known.IsModule(symbol.ContainingType) && Known.IsTorchSharp(symbol);

    private static IMethodSymbol? ComputedGetter(ISymbol symbol) =>
        symbol is IPropertySymbol { GetMethod: { } getter } && ClassContext.Body(getter) is not null ? getter : null;

    /// <summary>A tensor that the module stores, on its way into the graph.</summary>
    private string Stored(ExpressionSyntax place, string text)
    {
        var nullability = model.GetTypeInfo(place).Nullability;
        var mayBeNull = nullability.FlowState == NullableFlowState.MaybeNull
            || (nullability.FlowState == NullableFlowState.None && TakesNull(place))
            || place.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression) && nullability.FlowState == NullableFlowState.MaybeNull;
        return $"{Tracer}.{(mayBeNull ? "OptionalTensor" : "Tensor")}({text})";
    }

    private bool TakesNull(ExpressionSyntax place)
    {
        if (place.Parent is ConditionalAccessExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression })
        {
            return true;
        }

        return place.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
            && context.Calls.Resolve(call, model)
                .Arguments.FirstOrDefault(a => a.Expression == place)?.Parameter is { NullableAnnotation: NullableAnnotation.Annotated };
    }

    /// <summary>
    /// Whether an expression is something that the module stores (or a part of it), and not something that this method computes.
    /// </summary>
    private bool IsStored(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => IsStored(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => IsStored(inner.Operand),
        CastExpressionSyntax cast => IsStored(cast.Expression),
        ElementAccessExpressionSyntax element => IsStored(element.Expression),
        InvocationExpressionSyntax call => IsStored(context.Calls.Resolve(call, model)),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => SymbolOf(expression) switch
        {
            ILocalSymbol local => stored.Contains(local),
            IParameterSymbol parameter => context.IsCaptured(parameter),
            IFieldSymbol { ContainingType.IsTupleType: true } => expression is MemberAccessExpressionSyntax access
                && IsStored(access.Expression),
            IFieldSymbol => true,
            IPropertySymbol property when Known.IsTensor(property.ContainingType) => false,
            IPropertySymbol property when Known.HoldsTensors(property.Type) && ComputedGetter(property) is not null => false,
            IPropertySymbol property => property.IsStatic || expression is IdentifierNameSyntax
                || Known.IsModule(property.ContainingType) || IsStored(((MemberAccessExpressionSyntax)expression).Expression),
            _ => false,
        },
        _ => false,
    };

    private bool IsStored(ResolvedCall call) => call.Kind switch
    {
        CallKind.Stored => true,
        CallKind.Plain when call.Receiver is { } receiver => IsStored(receiver)
            || (Known.IsModule(TypeOf(receiver)) && Known.HoldsTensors(call.Method!.ReturnType)),
        CallKind.Plain => call.Method is { IsExtensionMethod: true } && IsStored(call.Arguments[0].Expression),
        _ => false,
    };

    /// <summary>A value that leaves its place: a list of stored tensors becomes a list of symbolic ones.</summary>
    private string Value(ExpressionSyntax expression)
    {
        var text = Expression(expression);
        var type = TypeOf(expression);
        if (!Known.HoldsTensors(type) || Known.IsTensor(type) || !IsStored(expression) || expression is InvocationExpressionSyntax)
        {
            return text;
        }

        if (type is { TypeKind: TypeKind.Delegate })
        {
            Report(Rules.NoSource, expression, Excerpt(expression),
                "a delegate in a field can be anything; make it a module, or a switch over names");
            return "default!";
        }

        return ElementOf(type!) is { } element && Known.IsTensor(element)
            ? $"global::System.Linq.Enumerable.ToList(global::System.Linq.Enumerable.Select({text}, item => {Tracer}.Tensor(item)))"
            : text;
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } => element,
        _ => null,
    };

    private string MethodGroup(ExpressionSyntax place, IMethodSymbol group)
    {
        if (!Known.HoldsTensors(group.ReturnType) && group.Parameters.All(p => !Known.HoldsTensors(p.Type)))
        {
            return group.IsStatic ? Qualified(group) : Raw(place);
        }

        if (group.MethodKind == MethodKind.LocalFunction)
        {
            return Identifiers.Escape(group.Name);
        }

        var arguments = group.Parameters.Select(p => new CallArgument(place, null, p, p.Type)).ToList();
        if (group.IsStatic && Known.Mirror(group.ContainingType) is { } mirror
            && context.Mirrors.Method(mirror, group, arguments) is { } found)
        {
            return Qualified(found.Symbol);
        }

        if (group is { IsStatic: false, Name: "forward" or "call" } && place is MemberAccessExpressionSyntax { Expression: var module }
            && Known.IsModule(TypeOf(module)))
        {
            return $"input => {Tracer}.Call({Raw(module)}, input)";
        }

        if (!Known.IsTorchSharp(group) && ClassContext.Body(group) is not null && group.Parameters.Length == 1)
        {
            return $"input => {context.Helpers.For(group, HelperKind.Method).Name}({Tracer}, input)";
        }

        return Refuse(place, "the method cannot be handed on; call it in a lambda");
    }

    private bool IsOwn(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingType, context.Type);

    private string Qualified(ISymbol symbol) =>
        symbol.ContainingType is { } type ? $"{TypeText(type, asSizes: false)}.{Identifiers.Escape(symbol.Name)}"
            : Identifiers.Escape(symbol.Name);
}
