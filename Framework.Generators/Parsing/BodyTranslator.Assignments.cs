using Espalier.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <content>Assignments, deconstructions and declarations inside expressions.</content>
internal sealed partial class BodyTranslator
{
    private string Assignment(AssignmentExpressionSyntax assignment)
    {
        // Deconstruction declares or assigns several at once.
        if (assignment.Left is TupleExpressionSyntax or DeclarationExpressionSyntax)
        {
            MarkStored(assignment.Left, assignment.Right);
            var right = Deconstructed(assignment.Left, assignment.Right);
            return $"{Deconstruction(assignment.Left, assignment.Right)} = {right}";
        }

        if (Known.IsTensor(TypeOf(assignment.Left)) && assignment.Left is ElementAccessExpressionSyntax { Expression: var list } element
            && Known.IsTensor(TypeOf(list)))
        {
            return SetElements(assignment, element);
        }

        var sign = assignment.OperatorToken.Text;
        var text = $"{Target(assignment.Left)} {sign} ";
        return text + (BreaksBefore(assignment.Right.GetFirstToken()) ? "\n    " + Deeper(For(assignment.Left, assignment.Right))
            : For(assignment.Left, assignment.Right));
    }

    /// <summary>The right side of a deconstruction, each part as its variable wants it.</summary>
    private string Deconstructed(SyntaxNode left, ExpressionSyntax right)
    {
        var parts = left switch
        {
            DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax names } => [.. names.Variables],
            ParenthesizedVariableDesignationSyntax names => [.. names.Variables],
            TupleExpressionSyntax targets => [.. targets.Arguments.Select(a => a.Expression)],
            _ => new List<SyntaxNode>(),
        };
        if (right is TupleExpressionSyntax tuple && parts.Count == tuple.Arguments.Count)
        {
            return $"({string.Join(", ", tuple.Arguments.Zip(parts, (value, part) => Deconstructed(part, value.Expression)))})";
        }

        return left switch
        {
            SingleVariableDesignationSyntax name => sizes.IsSize(model.GetDeclaredSymbol(name)) ? Size(right, follow: true)
                : Number(right, TypeOf(right)),
            DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax } declared => For(declared, right),
            ExpressionSyntax target and not (TupleExpressionSyntax or DeclarationExpressionSyntax) => For(target, right),
            _ => IsStored(right) ? Raw(right) : Value(right),
        };
    }

    /// <summary>The left side of a deconstruction: with var where the right side says all, with types where it does not.</summary>
    private string Deconstruction(ExpressionSyntax left, ExpressionSyntax right)
    {
        if (left is not DeclarationExpressionSyntax { Type.IsVar: true, Designation: ParenthesizedVariableDesignationSyntax names })
        {
            return Target(left);
        }

        var isClear = right is not TupleExpressionSyntax tuple || names.Variables.Count != tuple.Arguments.Count
            || names.Variables.Zip(tuple.Arguments, (name, value) =>
                name is not SingleVariableDesignationSyntax single || !sizes.IsSize(model.GetDeclaredSymbol(single))
                    || IsCertainlySize(value.Expression)).All(c => c);
        return isClear ? $"var {names}" : Typed(names);
    }

    /// <summary>A value on its way into a variable: as a size if the variable is one.</summary>
    private string For(ExpressionSyntax target, ExpressionSyntax value)
    {
        var isSize = target switch
        {
            DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax name } => sizes.IsSize(model.GetDeclaredSymbol(name)),
            ElementAccessExpressionSyntax { Expression: var list } => sizes.IsSize(list),
            _ => sizes.IsSize(SymbolOf(target)),
        };
        return isSize ? Size(value, follow: true) : Number(value, TypeOf(target));
    }

    private void MarkStored(ExpressionSyntax left, ExpressionSyntax right)
    {
        if (!IsStored(right) || right is TupleExpressionSyntax)
        {
            return;
        }

        foreach (var name in left.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>())
        {
            if (model.GetDeclaredSymbol(name) is ILocalSymbol local && Known.HoldsTensors(local.Type))
            {
                stored.Add(local);
            }
        }
    }

    /// <summary>What an assignment writes to: a local, a parameter, or a place in a list. The module itself must stay as it is.</summary>
    private string Target(ExpressionSyntax target)
    {
        switch (target)
        {
            case ParenthesizedExpressionSyntax inner:
                return $"({Target(inner.Expression)})";
            case TupleExpressionSyntax tuple:
                return $"({string.Join(", ", tuple.Arguments.Select(a => Target(a.Expression)))})";
            case DeclarationExpressionSyntax declaration:
                return DeclarationExpression(declaration);
            case IdentifierNameSyntax { Identifier.Text: "_" } when SymbolOf(target) is null or IDiscardSymbol:
                return "_";
            case IdentifierNameSyntax name when IsVariable(SymbolOf(name)):
                return name.Identifier.Text;
            case ElementAccessExpressionSyntax element when !IsStored(element.Expression):
                return $"{Expression(element.Expression)}[{Indices(element.ArgumentList)}]";
            case MemberAccessExpressionSyntax { Expression: var receiver } access
                when SymbolOf(access) is IFieldSymbol { ContainingType.IsTupleType: true }:
                return $"{Target(receiver)}.{access.Name.Identifier.Text}";
            default:
                if (SymbolOf(target) is null)
                {
                    return Broken();
                }

                Report(Rules.State, target, Excerpt(target));
                return "_";
        }
    }

    /// <summary>A local or a parameter of the method; not one of a primary constructor, which is like a field.</summary>
    private static bool IsVariable(ISymbol? symbol) =>
        symbol is ILocalSymbol or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } };

    private string DeclarationExpression(DeclarationExpressionSyntax declaration)
    {
        if (declaration.Designation is not SingleVariableDesignationSyntax name)
        {
            var needsTypes = declaration.Designation.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>()
                .Any(n => model.GetDeclaredSymbol(n) is ILocalSymbol local && sizes.IsSize(local));
            return needsTypes ? Typed(declaration.Designation) : $"var {declaration.Designation}";
        }

        return Typed(name, keepVar: declaration.Type.IsVar);
    }

    private string Typed(VariableDesignationSyntax designation, bool keepVar = false) => designation switch
    {
        ParenthesizedVariableDesignationSyntax several => $"({string.Join(", ", several.Variables.Select(v => Typed(v)))})",
        SingleVariableDesignationSyntax name when model.GetDeclaredSymbol(name) is ILocalSymbol local =>
            (stored.Contains(local) ? "var" : keepVar && !sizes.IsSize(local) ? "var"
                : TypeText(local.Type, sizes.IsSize(local))) + " " + name.Identifier.Text,
        _ => "_",
    };
}
