using Espalier.Generators.Diagnostics;
using Espalier.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <summary>
/// Rewrites the body of one method so that it runs over symbolic tensors: the same statements and names, with sub-modules, tensor operations,
/// parameters and sizes replaced by what records them.
/// </summary>
internal sealed partial class BodyTranslator
{
    private readonly ClassContext context;
    private readonly IMethodSymbol method;
    private readonly SemanticModel model;
    private readonly SizeAnalysis sizes;
    private readonly HashSet<ISymbol> stored = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> dropped = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> names;
    private LineWriter lines = new();

    public BodyTranslator(ClassContext context, IMethodSymbol method, SyntaxNode body, SizeAnalysis sizes)
    {
        this.context = context;
        this.method = method;
        this.sizes = sizes;
        model = context.Model(body.SyntaxTree);
        names = new HashSet<string>(body.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText));
        names.UnionWith(method.Parameters.Select(p => p.Name));
        Tracer = Identifiers.Free(names, "t", "tracer", "trace");
    }

    /// <summary>The name of the tracer in this method's trace.</summary>
    public string Tracer { get; }

    /// <summary>Whether something could not be translated.</summary>
    public bool HasFailed { get; private set; }

    private KnownSymbols Known => context.Known;

    /// <summary>Translates the body; says whether it is one expression.</summary>
    public (EquatableArray<CodeLine> Lines, bool IsExpression) Translate(SyntaxNode body)
    {
        if (body is ArrowExpressionClauseSyntax { Expression: var expression })
        {
            if (method.ReturnsVoid)
            {
                ExpressionStatement(expression);
                return (lines.Lines, false);
            }

            lines.Write(Result(expression, method.ReturnType));
            return (lines.Lines, true);
        }

        Statements(((BlockSyntax)body).Statements);
        return (lines.Lines, false);
    }

    /// <summary>A name that the method does not use.</summary>
    private string Fresh(string hint)
    {
        var name = Identifiers.Free(names, hint);
        names.Add(name);
        return name;
    }

    private void Report(DiagnosticDescriptor rule, SyntaxNode place, params string[] arguments)
    {
        HasFailed |= rule.DefaultSeverity == DiagnosticSeverity.Error;
        context.Report(rule, place.GetLocation(), arguments);
    }

    /// <summary>Reports an expression that cannot be translated.</summary>
    private string Refuse(SyntaxNode expression, string reason)
    {
        Report(Rules.Expression, expression, $"'{Excerpt(expression)}'", reason);
        return "default!";
    }

    /// <summary>Gives up without a word, because the compiler has one.</summary>
    private string Broken()
    {
        HasFailed = true;
        return "default!";
    }

    private static string Excerpt(SyntaxNode node)
    {
        var text = string.Join(" ", node.ToString().Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 57) + "...";
    }

    private ITypeSymbol? TypeOf(ExpressionSyntax expression)
    {
        var info = model.GetTypeInfo(expression);
        return (info.Type ?? info.ConvertedType) is { } type ? context.Printer.Substituted(type) : null;
    }

    private ISymbol? SymbolOf(ExpressionSyntax expression) => model.GetSymbolInfo(expression).Symbol;

    private string TypeText(ITypeSymbol type, bool asSizes) => context.Printer.Print(type, asSizes);

    /// <summary>Whether the code breaks the line before this token; the trace then does too.</summary>
    private static bool BreaksBefore(SyntaxToken token) =>
        token.LeadingTrivia.Any(t => t.IsKind(SyntaxKind.EndOfLineTrivia))
            || token.GetPreviousToken().TrailingTrivia.Any(t => t.IsKind(SyntaxKind.EndOfLineTrivia));

    private static string Deeper(string text) => text.Replace("\n", "\n    ");
}
