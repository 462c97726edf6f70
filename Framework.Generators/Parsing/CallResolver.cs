using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <summary>Says what each call in a model's code means for its trace.</summary>
internal sealed class CallResolver(KnownSymbols known, MirrorLookup mirrors)
{
    private static readonly HashSet<string> OwnershipNames =
    [
        "Dispose", "MoveToOuterDisposeScope", "MoveToOtherDisposeScope", "DetachFromDisposeScope", "MoveToOuter", "MoveToOther", "Attach",
            "Detach",
        "DisposeEverything", "DisposeEverythingBut",
    ];

    private static readonly HashSet<string> ValueNames =
        ["item", "data", "AsScalar", "is_nonzero", "allclose", "equal", "Equals", "ReadCpuByte", "ReadCpuInt64", "ReadCpuDouble",
            "ReadCpuSingle", "tolist"];

    private static readonly HashSet<string> StateNames =
        ["train", "eval", "to", "cuda", "cpu", "half", "apply", "zero_grad", "load", "load_state_dict", "requires_grad_", "add_module"];

    private readonly Dictionary<InvocationExpressionSyntax, ResolvedCall> calls = [];

    /// <summary>What a call means.</summary>
    public ResolvedCall Resolve(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (!calls.TryGetValue(call, out var resolved))
        {
            resolved = Classify(call, model);
            calls.Add(call, resolved);
        }

        return resolved;
    }

    /// <summary>The arguments of a call or an indexing, with the parameters they fall on.</summary>
    public static List<CallArgument> Arguments(BaseArgumentListSyntax list, IReadOnlyList<IParameterSymbol> parameters, SemanticModel model)
    {
        var arguments = new List<CallArgument>();
        for (var i = 0; i < list.Arguments.Count; i++)
        {
            var argument = list.Arguments[i];
            var name = argument.NameColon?.Name.Identifier.Text;
            var parameter = name is not null
                ? parameters.FirstOrDefault(p => p.Name == argument.NameColon!.Name.Identifier.ValueText)
                : i < parameters.Count ? parameters[i] : parameters.LastOrDefault(p => p.IsParams);
            var info = model.GetTypeInfo(argument.Expression);
            var zeroOf = ZeroOf(info);
            arguments.Add(new CallArgument(argument.Expression, name, parameter, zeroOf ?? info.Type)
            {
                Modifier = argument.RefKindKeyword.Text,
                ZeroOf = zeroOf,
            });
        }

        return arguments;
    }

    /// <summary>The enum that a constant 0 is converted to; null for every other argument.</summary>
    private static ITypeSymbol? ZeroOf(TypeInfo info) =>
        info.Type is { } given && KnownSymbols.Underlying(given)!.TypeKind != TypeKind.Enum
        && KnownSymbols.Underlying(info.ConvertedType) is { TypeKind: TypeKind.Enum } target ? target : null;

    /// <summary>Whether tensors go in or come out.</summary>
    public bool HandlesTensors(IMethodSymbol method) =>
        known.HoldsTensors(method.ReturnType) || method.Parameters.Any(p => known.HoldsTensors(p.Type));

    /// <summary>Whether a method is forward or call of TorchSharp's modules, or overrides it.</summary>
    public static bool IsModuleForward(KnownSymbols known, IMethodSymbol method)
    {
        if (method.Name is not ("forward" or "call") || method.IsStatic || !known.IsModule(method.ContainingType))
        {
            return false;
        }

        while (method.OverriddenMethod is { } overridden)
        {
            method = overridden;
        }

        return known.IsTorchSharp(method);
    }

    private ResolvedCall Classify(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol symbol)
        {
            var isNameOf = model.GetConstantValue(call).HasValue;
            return new ResolvedCall(isNameOf ? CallKind.Constant : CallKind.Unknown, null, null, []);
        }

        var receiver = Receiver(call);
        var method = symbol.ReducedFrom ?? symbol;
        var arguments = Arguments(call.ArgumentList, symbol.Parameters, model);
        if (symbol.ReducedFrom is not null && receiver is not null)
        {
            arguments.Insert(0, new CallArgument(receiver, null, method.Parameters[0], model.GetTypeInfo(receiver).Type));
            receiver = null;
        }
        else if (symbol.IsStatic)
        {
            receiver = null;
        }

        var typeArguments = Name(call) is GenericNameSyntax ? symbol.TypeArguments : [];
        var (kind, mirror) = Kind(method, receiver, arguments);
        return new ResolvedCall(kind, method, receiver, arguments, mirror) { TypeArguments = typeArguments };
    }

    private (CallKind Kind, Mirror? Mirror) Kind(IMethodSymbol method, ExpressionSyntax? receiver, IReadOnlyList<CallArgument> arguments)
    {
        var container = method.ContainingType;
        if (method.MethodKind is MethodKind.LocalFunction or MethodKind.DelegateInvoke)
        {
            return (method.MethodKind == MethodKind.LocalFunction ? CallKind.Local : CallKind.Delegate, null);
        }

        if (IsModuleForward(known, method))
        {
            return (receiver is null or ThisExpressionSyntax or BaseExpressionSyntax ? CallKind.Self : CallKind.Module, null);
        }

        if (KnownSymbols.HasAttribute(method, AttributeNames.TraceWith))
        {
            return (CallKind.TraceWith, null);
        }

        if (KnownSymbols.HasAttribute(method, AttributeNames.Opaque))
        {
            return (CallKind.Opaque, null);
        }

        if (!known.IsTorchSharp(method))
        {
            return (HandlesTensors(method) || IsOwnStep(method, receiver) ? Helper(method) : CallKind.Plain, null);
        }

        if (OwnershipNames.Contains(method.Name)
            && (known.IsTensor(container) || container.Name is "DisposeScope" or "TensorExtensionMethods"))
        {
            return (CallKind.Ownership, null);
        }

        if (known.IsTensor(container) || method.IsStatic)
        {
            return TorchSharp(method, arguments);
        }

        if (known.IsModule(container) && (StateNames.Contains(method.Name) || method.Name.StartsWith("register_", StringComparison.Ordinal)))
        {
            return (CallKind.State, null);
        }

        return known.IsModule(container) && method.ReturnType is { } type && known.HoldsTensors(type) ? (CallKind.Stored, null)
            : (CallKind.Plain, null);
    }

    /// <summary>A method of the module itself that gives a size, or that is called for what it does: it is looked into, too.</summary>
    private bool IsOwnStep(IMethodSymbol method, ExpressionSyntax? receiver) =>
        !method.IsStatic && receiver is null or ThisExpressionSyntax or BaseExpressionSyntax && known.IsModule(method.ContainingType)
        && (method.ReturnsVoid || known.HoldsSizes(method.ReturnType)) && ClassContext.Body(method) is not null;

    private (CallKind, Mirror?) TorchSharp(IMethodSymbol method, IReadOnlyList<CallArgument> arguments)
    {
        var touchesTensors = known.IsTensor(method.ContainingType) || HandlesTensors(method)
            || arguments.Any(a => known.HoldsTensors(a.Type));
        if (ValueNames.Contains(method.Name) || IsConversionToNumber(method))
        {
            return (touchesTensors ? CallKind.Values : CallKind.Plain, null);
        }

        if (known.Mirror(method.ContainingType) is { } mirror && mirrors.Method(mirror, method, arguments) is { } found)
        {
            return (CallKind.Tensor, found);
        }

        return known.IsModule(method.ReturnType) ? (CallKind.NewModule, null)
            : touchesTensors ? (CallKind.NoSymbolicForm, null)
            : (CallKind.Plain, null);
    }

    private bool IsConversionToNumber(IMethodSymbol method) =>
        method is { Name: var name, Parameters: [var tensor, ..] } && name.StartsWith("To", StringComparison.Ordinal)
            && known.IsTensor(tensor.Type)
        && !known.HoldsTensors(method.ReturnType);

    private static CallKind Helper(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Length > 0 || method.IsAbstract && method.Locations.Any(l => l.IsInSource) ? CallKind.Helper
        : IsBaseClassLibrary(method.ContainingType) ? CallKind.Plain
        : CallKind.NoSource;

    public static bool IsBaseClassLibrary(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { Name: "System" };
    }

    /// <summary>What a call is made on, also behind <c>?.</c>.</summary>
    private static ExpressionSyntax? Receiver(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        MemberBindingExpressionSyntax binding => ConditionalReceiver(binding),
        IdentifierNameSyntax or GenericNameSyntax => null,
        var other => other,
    };

    private static ExpressionSyntax? ConditionalReceiver(SyntaxNode binding)
    {
        for (var node = binding; node.Parent is { } parent; node = parent)
        {
            if (parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == node)
            {
                return access.Expression;
            }
        }

        return null;
    }

    private static SimpleNameSyntax? Name(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };
}
