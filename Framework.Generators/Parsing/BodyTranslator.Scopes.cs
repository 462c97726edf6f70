using Espalier.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <content>using statements: a scope that only frees memory vanishes, one that changes what operators do is refused.</content>
internal sealed partial class BodyTranslator
{
    private void Using(UsingStatementSyntax scope)
    {
        if (scope.Declaration is { } declaration)
        {
            var vanishes = DropsScope(declaration);
            var texts = vanishes ? [] : Variables(declaration);
            lines.Block(() =>
            {
                texts.ForEach(text => lines.Write(text + ";"));
                Inner(scope.Statement);
            });
            return;
        }

        CheckScope(scope.Expression!);
        Embedded(scope.Statement);
    }

    private void Inner(StatementSyntax statement)
    {
        if (statement is BlockSyntax block)
        {
            Statements(block.Statements);
        }
        else
        {
            Statement(statement);
        }
    }

    /// <summary>Whether a using declaration vanishes as a whole. One that owns a tensor stays, as a plain local.</summary>
    private bool DropsScope(VariableDeclarationSyntax declaration)
    {
        var values = declaration.Variables.Select(v => v.Initializer?.Value).OfType<ExpressionSyntax>().ToList();
        if (values.All(value => Known.HoldsTensors(TypeOf(value)) || Known.IsModule(TypeOf(value))))
        {
            return false;
        }

        values.ForEach(CheckScope);
        dropped.UnionWith(declaration.Variables.Select(v => model.GetDeclaredSymbol(v)).OfType<ISymbol>());
        return true;
    }

    private void CheckScope(ExpressionSyntax value)
    {
        if (!KnownSymbols.IsSame(TypeOf(value), Known.DisposeScope) && !Known.HoldsTensors(TypeOf(value)))
        {
            Report(
                Rules.Statement, value, $"'using {Excerpt(value)}'",
                "it changes what the operators in it do; use detach() for a part without gradients");
        }
    }
}
