using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <content>Where numbers go: into which variables, and into which places for sizes.</content>
internal sealed partial class SizeAnalysis
{
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
                    demands.AddRange(element.ArgumentList.Arguments.SelectMany(a => a.DescendantNodesAndSelf()
                        .OfType<RangeExpressionSyntax>())
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
        var owner = value.FirstAncestorOrSelf<SyntaxNode>(n =>
            n is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax);
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

            if (argument.Modifier is "out" or "ref" && call.Kind == CallKind.Helper && argument.Parameter is { } result
                && context.IsSizeParameter(call.Method!, result) && Written(argument.Expression) is { } written)
            {
                sizes.Add(written);
            }

            if (call.Kind == CallKind.Local && argument.Parameter is { } own)
            {
                Flow(own.OriginalDefinition, argument.Expression);
            }

            if (call.Kind == CallKind.Plain && call.Receiver is IdentifierNameSyntax list
                && call.Method is { Name: "Add" or "Insert" or "Push" or "Enqueue" })
            {
                Flow(model.GetSymbolInfo(list).Symbol, argument.Expression);
            }
        }
    }

    private ISymbol? Written(ExpressionSyntax argument) => argument switch
    {
        DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax name } => model.GetDeclaredSymbol(name),
        _ => model.GetSymbolInfo(argument).Symbol,
    };

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
}
