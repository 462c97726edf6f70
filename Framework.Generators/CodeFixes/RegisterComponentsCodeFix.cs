using System.Collections.Immutable;
using System.Composition;
using Espalier.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Espalier.Generators.CodeFixes;

/// <summary>Ends the constructors of a class with RegisterComponents().</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RegisterComponentsCodeFix)), Shared]
public sealed class RegisterComponentsCodeFix : CodeFixProvider
{
    private const string Register = "RegisterComponents";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.NotRegistered.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
        await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || !Constructors(root, context.Diagnostics).Any())
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                "Call RegisterComponents() in the constructor",
                cancellation => FixAsync(context.Document, context.Diagnostics, cancellation),
                equivalenceKey: nameof(RegisterComponentsCodeFix)),
            context.Diagnostics);
    }

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        foreach (var constructor in Constructors(editor.OriginalRoot, diagnostics))
        {
            editor.ReplaceNode(constructor, Registering(constructor));
        }

        return editor.GetChangedDocument();
    }

    /// <summary>
    /// The constructors to end with the call: those of classes that have none, without those that hand on to another constructor.
    /// </summary>
    private static IEnumerable<ConstructorDeclarationSyntax> Constructors(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics
        .Select(d => root.FindNode(d.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>())
        .OfType<TypeDeclarationSyntax>()
        .Distinct()
        .Where(type => !type.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Any(call => call.Expression.ToString().EndsWith(Register, StringComparison.Ordinal)))
        .SelectMany(type => type.Members.OfType<ConstructorDeclarationSyntax>())
        .Where(constructor => !constructor.Modifiers.Any(SyntaxKind.StaticKeyword)
            && constructor.Initializer?.IsKind(SyntaxKind.ThisConstructorInitializer) != true);

    private static ConstructorDeclarationSyntax Registering(ConstructorDeclarationSyntax constructor)
    {
        var call = SyntaxFactory.ParseStatement($"{Register}();").WithAdditionalAnnotations(Formatter.Annotation);
        if (constructor.ExpressionBody is { } body)
        {
            var block = SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(body.Expression), call);
            return constructor.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block)
                .WithAdditionalAnnotations(Formatter.Annotation);
        }

        return constructor.AddBodyStatements(call).WithAdditionalAnnotations(Formatter.Annotation);
    }
}
