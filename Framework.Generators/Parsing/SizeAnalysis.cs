using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <summary>
/// Which whole numbers of a method are sizes in its trace. A number is one if it comes from a tensor's shape; or if it comes from a member
/// of the module (or a parameter) and ends up where an operation takes a size. Loop counters, indices and dimension numbers stay numbers.
/// </summary>
internal sealed partial class SizeAnalysis
{
    private readonly ClassContext context;
    private readonly SemanticModel model;
    private readonly List<(ISymbol Target, ExpressionSyntax Value)> flows = [];
    private readonly List<ExpressionSyntax> demands = [];
    private readonly HashSet<ISymbol> parameters;
    private readonly HashSet<ISymbol> sizes = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> demanded = new(SymbolEqualityComparer.Default);

    public SizeAnalysis(ClassContext context, SyntaxNode body, SemanticModel model, IMethodSymbol method, bool everyParameter)
    {
        this.context = context;
        this.model = model;
        parameters = new(method.Parameters.Where(p => Known.HoldsSizes(p.Type) && !Known.HoldsTensors(p.Type)),
            SymbolEqualityComparer.Default);
        if (everyParameter)
        {
            sizes.UnionWith(parameters);
        }

        Collect(body, method);
        Solve();
    }

    private KnownSymbols Known => context.Known;

    /// <summary>Whether a local or a parameter is a size in the trace.</summary>
    public bool IsSize(ISymbol? symbol) => symbol is not null && sizes.Contains(symbol);

    /// <summary>Whether the translation of an expression is a size (or holds sizes), wherever it stands.</summary>
    public bool IsSize(ExpressionSyntax? expression) => Comes(expression, IsSize, fields: false);

    /// <summary>Whether an expression may be translated so that it follows a member of the module.</summary>
    private bool MayBeSize(ExpressionSyntax expression, HashSet<ISymbol> possible) =>
        Comes(expression, symbol => possible.Contains(symbol) || sizes.Contains(symbol), fields: true);

    private bool Comes(ExpressionSyntax? expression, Func<ISymbol, bool> isSize, bool fields) => expression switch
    {
        null => false,
        ParenthesizedExpressionSyntax { Expression: var inner } => Comes(inner, isSize, fields),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed =>
            Comes(suppressed.Operand, isSize, fields),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression or (int)SyntaxKind.UnaryPlusExpression } unary =>
            Comes(unary.Operand, isSize, fields),
        CheckedExpressionSyntax { Expression: var inner } => Comes(inner, isSize, fields),
        InitializerExpressionSyntax => expression.ChildNodes().OfType<ExpressionSyntax>().Any(item => Comes(item, isSize, fields)),
        _ when !HoldsSizes(expression) => false,
        CastExpressionSyntax cast => Comes(cast.Expression, isSize, fields),
        BinaryExpressionSyntax binary when IsArithmetic(binary) || binary.IsKind(SyntaxKind.CoalesceExpression) =>
            Comes(binary.Left, isSize, fields) || Comes(binary.Right, isSize, fields),
        ConditionalExpressionSyntax conditional => Comes(conditional.WhenTrue, isSize, fields)
            || Comes(conditional.WhenFalse, isSize, fields),
        SwitchExpressionSyntax choice => choice.Arms.Any(arm => Comes(arm.Expression, isSize, fields)),
        TupleExpressionSyntax tuple => tuple.Arguments.Any(argument => Comes(argument.Expression, isSize, fields)),
        ArrayCreationExpressionSyntax { Initializer: { } items } => items.Expressions.Any(item => Comes(item, isSize, fields)),
        ImplicitArrayCreationExpressionSyntax { Initializer: var items } => items.Expressions.Any(item => Comes(item, isSize, fields)),
        CollectionExpressionSyntax collection => Items(collection).Any(item => Comes(item, isSize, fields)),
        IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax =>
            ReferenceComes(expression, isSize, fields),
        BaseObjectCreationExpressionSyntax { Initializer: { } items } => items.Expressions.Any(item => Comes(item, isSize, fields)),
        _ => false,
    };

    private bool ReferenceComes(ExpressionSyntax expression, Func<ISymbol, bool> isSize, bool fields)
    {
        if (expression is ElementAccessExpressionSyntax element)
        {
            return Comes(element.Expression, isSize, fields);
        }

        if (expression is InvocationExpressionSyntax call)
        {
            var resolved = context.Calls.Resolve(call, model);
            return resolved.Kind switch
            {
                CallKind.Tensor => resolved.Mirror!.Symbol is IMethodSymbol method && SizeArguments.HoldsDims(Known, method.ReturnType),
                CallKind.Helper or CallKind.TraceWith => true,
                CallKind.Local => resolved.Method is { } local && isSize(local),
                CallKind.Plain when resolved.Receiver is { } receiver => Comes(receiver, isSize, fields),
                CallKind.Plain => resolved.Method is { IsExtensionMethod: true } && Comes(resolved.Arguments[0].Expression, isSize, fields),
                _ => false,
            };
        }

        switch (model.GetSymbolInfo(expression).Symbol)
        {
            case ILocalSymbol local:
                return isSize(local);
            case IParameterSymbol parameter:
                return isSize(parameter) || (fields && context.IsCaptured(parameter));
            case IPropertySymbol property when Known.IsTensor(property.ContainingType):
                return Known.SymbolicTensor!.GetMembers(property.Name).OfType<IPropertySymbol>()
                    .Any(p => SizeArguments.HoldsDims(Known, p.Type));
            case IFieldSymbol { ContainingType.IsTupleType: true } when expression is MemberAccessExpressionSyntax access:
                return Comes(access.Expression, isSize, fields);
            case { } member:
                return fields && context.IsSizeMember(member);
            default:
                return false;
        }
    }

    private bool HoldsSizes(ExpressionSyntax expression)
    {
        var info = model.GetTypeInfo(expression);
        return Known.HoldsSizes(info.Type ?? info.ConvertedType);
    }

    private static bool IsArithmetic(BinaryExpressionSyntax binary) =>
        binary.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression
        or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression;

    private static IEnumerable<ExpressionSyntax> Items(CollectionExpressionSyntax collection) =>
        collection.Elements.Select(element => element switch
    {
        SpreadElementSyntax spread => spread.Expression,
        ExpressionElementSyntax single => single.Expression,
        _ => null,
    }).OfType<ExpressionSyntax>();

    private void Solve()
    {
        var possible = new HashSet<ISymbol>(parameters, SymbolEqualityComparer.Default);
        Fix(() => flows.Count(flow => MayBeSize(flow.Value, possible) && possible.Add(flow.Target)));
        Fix(() =>
        {
            var changes = flows.Count(flow => IsSize(flow.Value) && sizes.Add(flow.Target));
            foreach (var demand in demands.Concat(flows.Where(flow => sizes.Contains(flow.Target)).Select(flow => flow.Value)))
            {
                changes += Demand(demand, possible);
            }

            return changes;
        });
    }

    private static void Fix(Func<int> step)
    {
        while (step() > 0)
        {
        }
    }

    /// <summary>Marks the locals that an expression in the place of a size is made of.</summary>
    private int Demand(ExpressionSyntax demand, HashSet<ISymbol> possible)
    {
        var changes = 0;
        foreach (var name in demand.DescendantNodesAndSelf(n =>
            n is ExpressionSyntax and not (InvocationExpressionSyntax or ElementAccessExpressionSyntax)
            or CollectionElementSyntax or ArgumentSyntax or SwitchExpressionArmSyntax).OfType<IdentifierNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name).Symbol;
            var isList = (symbol as ILocalSymbol)?.Type is IArrayTypeSymbol;
            var isVariable = symbol is IParameterSymbol || symbol is ILocalSymbol { IsConst: false };
            if (isVariable && (possible.Contains(symbol!) || isList) && !sizes.Contains(symbol!)
                && demanded.Add(symbol!) && Known.HoldsSizes((symbol as ILocalSymbol)?.Type ?? (symbol as IParameterSymbol)?.Type))
            {
                sizes.Add(symbol!);
                changes++;
            }
        }

        return changes;
    }
}
