using Espalier.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <content>Loops and switch statements.</content>
internal sealed partial class BodyTranslator
{
    private void For(ForStatementSyntax loop)
    {
        var start = loop.Declaration is { } declaration
            ? Variables(declaration) switch
            {
                [var only] => only,
                var several when declaration.Type.IsVar || several.Count == 0 => string.Join("; ", several),
                var several => Refuse(declaration, $"declares {several.Count} variables of different kinds"),
            }
            : string.Join(", ", loop.Initializers.Select(Expression));
        var condition = loop.Condition is null ? "" : " " + Condition(loop.Condition);
        var steps = string.Join(", ", loop.Incrementors.Select(i => Step(i) ?? Expression(i)));
        lines.Write($"for ({start};{condition};{(steps.Length == 0 ? "" : " " + steps)})");
        Embedded(loop.Statement);
    }

    private void ForEach(CommonForEachStatementSyntax loop)
    {
        var isStored = IsStored(loop.Expression);
        var header = "";
        switch (loop)
        {
            case ForEachStatementSyntax single when model.GetDeclaredSymbol(single) is ILocalSymbol local:
                if (isStored && Known.HoldsTensors(local.Type))
                {
                    stored.Add(local);
                }

                var type = single.Type.IsVar ? "var" : isStored ? context.Printer.Real(local.Type)
                    : TypeText(local.Type, sizes.IsSize(local));
                header = $"{type} {single.Identifier.Text}";
                break;
            case ForEachVariableStatementSyntax several:
                foreach (var name in several.Variable.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>())
                {
                    if (isStored && model.GetDeclaredSymbol(name) is ILocalSymbol part && Known.HoldsTensors(part.Type))
                    {
                        stored.Add(part);
                    }
                }

                header = several.Variable is DeclarationExpressionSyntax { Designation: var names }
                    ? "var " + names.ToString()
                    : Expression(several.Variable);
                break;
            default:
                Broken();
                break;
        }

        if (Known.IsTensor(TypeOf(loop.Expression)))
        {
            Report(Rules.Statement, loop.Expression, $"'foreach' over the tensor '{Excerpt(loop.Expression)}'", "use unbind");
        }

        lines.Write($"foreach ({header} in {Expression(loop.Expression)})");
        Embedded(loop.Statement);
    }

    private void Switch(SwitchStatementSyntax choice)
    {
        lines.Write($"switch ({Exact(choice.Expression)})");
        lines.Block(() =>
        {
            foreach (var section in choice.Sections)
            {
                foreach (var label in section.Labels)
                {
                    lines.Write(label switch
                    {
                        CaseSwitchLabelSyntax single => $"case {Expression(single.Value)}:",
                        CasePatternSwitchLabelSyntax pattern => $"case {Pattern(pattern.Pattern)}{When(pattern.WhenClause)}:",
                        _ => "default:",
                    });
                }

                lines.Indented(() => Statements(section.Statements));
            }
        });
    }

    /// <summary>x++ of a size, which has no such operator, as x += 1.</summary>
    private string? Step(ExpressionSyntax expression)
    {
        var (operand, sign) = expression switch
        {
            PostfixUnaryExpressionSyntax { OperatorToken.Text: var text, Operand: var inner } => (inner, text),
            PrefixUnaryExpressionSyntax { OperatorToken.Text: var text, Operand: var inner } => (inner, text),
            _ => (null, ""),
        };
        return operand is not null && sign is "++" or "--" && sizes.IsSize(operand!) ? $"{Target(operand!)} {sign[0]}= 1" : null;
    }
}
