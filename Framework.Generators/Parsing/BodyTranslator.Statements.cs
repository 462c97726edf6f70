using Espalier.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <content>Statements.</content>
internal sealed partial class BodyTranslator
{
    private void Statements(IEnumerable<StatementSyntax> statements)
    {
        foreach (var statement in statements)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            lines.Paragraph(starts: StartsParagraph(statement));
            Statement(statement);
        }
    }

    /// <summary>Whether the code leaves a line empty before a statement.</summary>
    private static bool StartsParagraph(StatementSyntax statement)
    {
        foreach (var trivia in statement.GetLeadingTrivia())
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                return true;
            }

            if (!trivia.IsKind(SyntaxKind.WhitespaceTrivia))
            {
                return false;
            }
        }

        return false;
    }

    private void Statement(StatementSyntax statement)
    {
        switch (statement)
        {
            case BlockSyntax block:
                lines.Block(() => Statements(block.Statements));
                break;
            case LocalDeclarationStatementSyntax declaration:
                Declaration(declaration);
                break;
            case ExpressionStatementSyntax { Expression: var expression }:
                ExpressionStatement(expression);
                break;
            case ReturnStatementSyntax { Expression: null }:
                lines.Write("return;");
                break;
            case ReturnStatementSyntax { Expression: { } value } result:
                lines.Write("return " + Result(value, ReturnType(result)) + ";");
                break;
            case IfStatementSyntax branch:
                If(branch, "if");
                break;
            case ForStatementSyntax loop:
                For(loop);
                break;
            case ForEachStatementSyntax loop:
                ForEach(loop);
                break;
            case ForEachVariableStatementSyntax loop:
                ForEach(loop);
                break;
            case WhileStatementSyntax loop:
                lines.Write($"while ({Condition(loop.Condition)})");
                Embedded(loop.Statement);
                break;
            case DoStatementSyntax loop:
                lines.Write("do");
                Embedded(loop.Statement);
                lines.Write($"while ({Condition(loop.Condition)});");
                break;
            case SwitchStatementSyntax choice:
                Switch(choice);
                break;
            case UsingStatementSyntax scope:
                Using(scope);
                break;
            case LocalFunctionStatementSyntax function:
                LocalFunction(function);
                break;
            case ThrowStatementSyntax { Expression: { } problem }:
                lines.Write($"throw {Expression(problem)};");
                break;
            case YieldStatementSyntax { Expression: { } item }:
                lines.Write($"yield return {Expression(item)};");
                break;
            case YieldStatementSyntax:
                lines.Write("yield break;");
                break;
            case GotoStatementSyntax { Expression: var label } jump when !jump.IsKind(SyntaxKind.GotoStatement):
                lines.Write(label is null ? "goto default;" : $"goto case {Expression(label)};");
                break;
            case BreakStatementSyntax:
                lines.Write("break;");
                break;
            case ContinueStatementSyntax:
                lines.Write("continue;");
                break;
            case CheckedStatementSyntax { Block: var block }:
                Statement(block);
                break;
            case EmptyStatementSyntax:
                break;
            default:
                Report(Rules.Statement, statement, $"'{Excerpt(statement)}'", "the trace knows no such statement");
                break;
        }
    }

    private ITypeSymbol ReturnType(SyntaxNode result)
    {
        foreach (var ancestor in result.Ancestors())
        {
            if (ancestor is LocalFunctionStatementSyntax function && model.GetDeclaredSymbol(function) is { } local)
            {
                return local.ReturnType;
            }

            if (ancestor is AnonymousFunctionExpressionSyntax && model.GetSymbolInfo(ancestor).Symbol is IMethodSymbol lambda)
            {
                return lambda.ReturnType;
            }
        }

        return method.ReturnType;
    }

    /// <summary>What a method returns: whole numbers as sizes.</summary>
    private string Result(ExpressionSyntax value, ITypeSymbol type) =>
        Known.HoldsSizes(type) ? Size(value, follow: true) : Value(value);

    private void Embedded(StatementSyntax statement)
    {
        if (statement is BlockSyntax block)
        {
            Statement(block);
        }
        else
        {
            lines.Block(() => Statement(statement));
        }
    }

    private string Condition(ExpressionSyntax condition) => Expression(condition);

    private void If(IfStatementSyntax branch, string keyword)
    {
        lines.Write($"{keyword} ({Condition(branch.Condition)})");
        Embedded(branch.Statement);
        switch (branch.Else?.Statement)
        {
            case null:
                break;
            case IfStatementSyntax next:
                If(next, "else if");
                break;
            case var otherwise:
                lines.Write("else");
                Embedded(otherwise);
                break;
        }
    }

    private void Declaration(LocalDeclarationStatementSyntax declaration)
    {
        if (declaration.UsingKeyword.IsKind(SyntaxKind.UsingKeyword) && DropsScope(declaration.Declaration))
        {
            return;
        }

        foreach (var text in Variables(declaration.Declaration))
        {
            lines.Write((declaration.IsConst ? "const " : "") + text + ";");
        }
    }

    /// <summary>The declarations of a statement: one text, or several where the variables need different types in the trace.</summary>
    private List<string> Variables(VariableDeclarationSyntax declaration)
    {
        var texts = new List<string>();
        var type = "";
        foreach (var variable in declaration.Variables)
        {
            if (model.GetDeclaredSymbol(variable) is not ILocalSymbol local)
            {
                Broken();
                continue;
            }

            var name = variable.Identifier.Text;
            var isSize = sizes.IsSize(local);
            var value = variable.Initializer?.Value;
            if (value is not null && IsStored(value) && Known.HoldsTensors(local.Type) && !Known.IsTensor(local.Type))
            {
                stored.Add(local);
            }

            var thisType = declaration.Type.IsVar && (!isSize || IsCertainlySize(value)) ? "var"
                : stored.Contains(local) ? context.Printer.Real(local.Type) : TypeText(local.Type, isSize);
            var text = value is null ? name
                : $"{name} = {(isSize ? Size(value, follow: true) : stored.Contains(local) ? Expression(value) : Number(value, local.Type))}";
            if (texts.Count > 0 && thisType == type && type != "var")
            {
                texts[texts.Count - 1] += ", " + text;
            }
            else
            {
                texts.Add($"{thisType} {text}");
            }

            type = thisType;
        }

        return texts;
    }

    private void ExpressionStatement(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case InvocationExpressionSyntax call when context.Calls.Resolve(call, model).Kind == CallKind.Ownership:
                if (call.Expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax inner }
                    && context.Calls.Resolve(inner, model).Kind is not (CallKind.Ownership or CallKind.Unknown))
                {
                    ExpressionStatement(inner);
                }

                break;
            case PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax when Step(expression) is { } step:
                lines.Write(step + ";");
                break;
            case ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax call }
                when context.Calls.Resolve(call, model).Kind == CallKind.Ownership:
                break;
            default:
                var text = Expression(expression);
                if (text.Length > 0)
                {
                    lines.Write(text + ";");
                }

                break;
        }
    }

    private void LocalFunction(LocalFunctionStatementSyntax function)
    {
        if (model.GetDeclaredSymbol(function) is not { } symbol || (object?)function.Body is null && function.ExpressionBody is null)
        {
            Broken();
            return;
        }

        var isSize = Known.HoldsSizes(symbol.ReturnType);
        var result = symbol.ReturnsVoid ? "void" : TypeText(symbol.ReturnType, isSize);
        var parameters = string.Join(", ", symbol.Parameters.Select(p => Parameter(p, sizes.IsSize(p), p.HasExplicitDefaultValue)));
        var generics = symbol.TypeParameters.Length == 0 ? "" : $"<{string.Join(", ", symbol.TypeParameters.Select(p => p.Name))}>";
        // A static local function could not see the tracer.
        var header = $"{result} {function.Identifier.Text}{generics}({parameters})";
        if (function.ExpressionBody is { } expression)
        {
            if (symbol.ReturnsVoid)
            {
                lines.Write(header);
                lines.Block(() => ExpressionStatement(expression.Expression));
            }
            else
            {
                lines.Write($"{header} => {Result(expression.Expression, symbol.ReturnType)};");
            }
        }
        else
        {
            lines.Write(header);
            Statement(function.Body!);
        }
    }
}
