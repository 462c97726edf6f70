using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <summary>
/// Which whole numbers of a method are sizes in its trace. A number is one if it comes from a tensor's shape; or if it comes from a member of the
/// module (or a parameter) and ends up where an operation takes a size. Loop counters, indices and dimension numbers stay numbers.
/// </summary>
internal sealed class SizeAnalysis
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
        parameters = new(method.Parameters.Where(p => Known.HoldsSizes(p.Type) && !Known.HoldsTensors(p.Type)), SymbolEqualityComparer.Default);
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
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => Comes(suppressed.Operand, isSize, fields),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression or (int)SyntaxKind.UnaryPlusExpression } unary =>
            Comes(unary.Operand, isSize, fields),
        CheckedExpressionSyntax { Expression: var inner } => Comes(inner, isSize, fields),
        InitializerExpressionSyntax => expression.ChildNodes().OfType<ExpressionSyntax>().Any(item => Comes(item, isSize, fields)),
        _ when !HoldsSizes(expression) => false,
        CastExpressionSyntax cast => Comes(cast.Expression, isSize, fields),
        BinaryExpressionSyntax binary when IsArithmetic(binary) || binary.IsKind(SyntaxKind.CoalesceExpression) =>
            Comes(binary.Left, isSize, fields) || Comes(binary.Right, isSize, fields),
        ConditionalExpressionSyntax conditional => Comes(conditional.WhenTrue, isSize, fields) || Comes(conditional.WhenFalse, isSize, fields),
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
                return Known.SymbolicTensor!.GetMembers(property.Name).OfType<IPropertySymbol>().Any(p => SizeArguments.HoldsDims(Known, p.Type));
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

    private static bool IsArithmetic(BinaryExpressionSyntax binary) => binary.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression
        or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression;

    private static IEnumerable<ExpressionSyntax> Items(CollectionExpressionSyntax collection) => collection.Elements.Select(element => element switch
    {
        SpreadElementSyntax spread => spread.Expression,
        ExpressionElementSyntax single => single.Expression,
        _ => null,
    }).OfType<ExpressionSyntax>();

    private void Collect(SyntaxNode body, IMethodSymbol method)
    {
        foreach (var node in body.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer.Value: var value } declarator:
                    Flow(model.GetDeclaredSymbol(declarator), value);
                    break;
                case AssignmentExpressionSyntax assignment:
                    Assign(assignment.Left, assignment.Right);
                    break;
                case ForEachStatementSyntax loop:
                    Flow(model.GetDeclaredSymbol(loop), loop.Expression);
                    break;
                case IsPatternExpressionSyntax match:
                    foreach (var name in match.Pattern.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>())
                    {
                        Flow(model.GetDeclaredSymbol(name), match.Expression);
                    }

                    break;
                case InvocationExpressionSyntax call:
                    Call(context.Calls.Resolve(call, model));
                    break;
                case ElementAccessExpressionSyntax element when Known.IsTensor(model.GetTypeInfo(element.Expression).Type):
                    demands.AddRange(element.ArgumentList.Arguments.SelectMany(a => a.DescendantNodesAndSelf().OfType<RangeExpressionSyntax>())
                        .SelectMany(range => new[] { range.LeftOperand, range.RightOperand }).OfType<ExpressionSyntax>());
                    break;
                case ReturnStatementSyntax { Expression: { } value }:
                    Return(value, method);
                    break;
                case ArrowExpressionClauseSyntax { Expression: var value }:
                    Return(value, method);
                    break;
            }
        }
    }

    private void Return(ExpressionSyntax value, IMethodSymbol method)
    {
        var owner = value.FirstAncestorOrSelf<SyntaxNode>(n => n is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax);
        if (owner is LocalFunctionStatementSyntax local && model.GetDeclaredSymbol(local) is { } function)
        {
            if (Known.HoldsSizes(function.ReturnType))
            {
                Flow(function, value);
            }
        }
        else if (owner is not AnonymousFunctionExpressionSyntax && Known.HoldsSizes(method.ReturnType))
        {
            demands.Add(value);
        }
    }

    private void Call(ResolvedCall call)
    {
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            var argument = call.Arguments[i];
            if (call.Kind switch
            {
                CallKind.Tensor => SizeArguments.IsSize(Known, call.Mirror!, i, argument),
                CallKind.Helper or CallKind.Self => argument.Parameter is { } parameter && context.IsSizeParameter(call.Method!, parameter),
                _ => false,
            })
            {
                demands.Add(argument.Expression);
            }

            if (call.Kind == CallKind.Local && argument.Parameter is { } own)
            {
                Flow(own.OriginalDefinition, argument.Expression);
            }

            if (call.Kind == CallKind.Plain && call.Receiver is IdentifierNameSyntax list && call.Method is { Name: "Add" or "Insert" or "Push" or "Enqueue" })
            {
                Flow(model.GetSymbolInfo(list).Symbol, argument.Expression);
            }
        }
    }

    private void Assign(ExpressionSyntax left, ExpressionSyntax right)
    {
        switch (left)
        {
            case TupleExpressionSyntax tuple:
                for (var i = 0; i < tuple.Arguments.Count; i++)
                {
                    Assign(tuple.Arguments[i].Expression, Part(right, i));
                }

                break;
            case DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax names }:
                Designate(names, right);
                break;
            case DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax name }:
                Flow(model.GetDeclaredSymbol(name), right);
                break;
            case ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax list }:
                Flow(model.GetSymbolInfo(list).Symbol, right);
                break;
            default:
                Flow(model.GetSymbolInfo(left).Symbol, right);
                break;
        }
    }

    private void Designate(ParenthesizedVariableDesignationSyntax names, ExpressionSyntax right)
    {
        for (var i = 0; i < names.Variables.Count; i++)
        {
            switch (names.Variables[i])
            {
                case ParenthesizedVariableDesignationSyntax nested:
                    Designate(nested, Part(right, i));
                    break;
                case SingleVariableDesignationSyntax name:
                    Flow(model.GetDeclaredSymbol(name), Part(right, i));
                    break;
            }
        }
    }

    private static ExpressionSyntax Part(ExpressionSyntax right, int index) =>
        right is TupleExpressionSyntax tuple && index < tuple.Arguments.Count ? tuple.Arguments[index].Expression : right;

    private void Flow(ISymbol? target, ExpressionSyntax value)
    {
        var type = target switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IMethodSymbol function => function.ReturnType,
            _ => null,
        };
        if (type is not null && Known.HoldsSizes(type) && target is not ILocalSymbol { IsConst: true })
        {
            flows.Add((target!, value));
        }
    }

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
        foreach (var name in demand.DescendantNodesAndSelf(n => n is ExpressionSyntax and not (InvocationExpressionSyntax or ElementAccessExpressionSyntax)
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
