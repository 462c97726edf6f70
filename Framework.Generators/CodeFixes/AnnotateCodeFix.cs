using System.Collections.Immutable;
using System.Composition;
using Espalier.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Espalier.Generators.CodeFixes;

/// <summary>Marks the class of a sub-module (or a class that derives from a model) [PrunableModel], or the sub-module's [Opaque].</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AnnotateCodeFix)), Shared]
public sealed class AnnotateCodeFix : CodeFixProvider
{
    private const string PrunableModel = nameof(PrunableModel);
    private const string Opaque = nameof(Opaque);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.ModuleNotAnnotated.Id, Rules.DerivedNotAnnotated.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => AnnotateFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } type)
            {
                continue;
            }

            foreach (var attribute in diagnostic.Id == Rules.DerivedNotAnnotated.Id ? [PrunableModel] : new[] { PrunableModel, Opaque })
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Mark '{type.Name}' [{attribute}]",
                        cancellation => FixAsync(context.Document.Project.Solution, [type], attribute, cancellation),
                        equivalenceKey: attribute),
                    diagnostic);
            }
        }
    }

    /// <summary>The class to mark; null if its source is not part of the solution.</summary>
    internal static async Task<INamedTypeSymbol?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not { } node || model is null)
        {
            return null;
        }

        var type = node switch
        {
            TypeDeclarationSyntax declaration => model.GetDeclaredSymbol(declaration, cancellation),
            _ when Receiver(node) is { } receiver => model.GetTypeInfo(receiver, cancellation).Type as INamedTypeSymbol,
            _ => null,
        };
        return type is { DeclaringSyntaxReferences.Length: > 0 } ? type.OriginalDefinition : null;
    }

    internal static async Task<Solution> FixAsync(
        Solution solution, IEnumerable<INamedTypeSymbol> types, string attribute, CancellationToken cancellation)
    {
        var declarations = types.Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).Select(type => type.DeclaringSyntaxReferences[0]);
        foreach (var file in declarations.GroupBy(reference => reference.SyntaxTree))
        {
            if (solution.GetDocument(file.Key) is not { } document)
            {
                continue;
            }

            var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
            var marked = file.Select(reference => reference.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>().ToList();
            if (attribute == PrunableModel)
            {
                foreach (var declaration in marked.SelectMany(d => d.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()).Distinct())
                {
                    Annotations.MakePartial(editor, declaration);
                }
            }

            marked.ForEach(declaration => Annotations.Add(editor, declaration, attribute));
            solution = solution.WithDocumentSyntaxRoot(document.Id, editor.GetChangedRoot());
        }

        return solution;
    }

    private static ExpressionSyntax? Receiver(SyntaxNode node) => node.FirstAncestorOrSelf<InvocationExpressionSyntax>() switch
    {
        { Expression: MemberAccessExpressionSyntax access } => access.Expression,
        { Parent: ConditionalAccessExpressionSyntax access } => access.Expression,
        _ => null,
    };
}
