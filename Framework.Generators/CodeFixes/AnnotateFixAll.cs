using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Espalier.Generators.CodeFixes;

/// <summary>Marks all classes at once; each only once, however many calls need it.</summary>
internal sealed class AnnotateFixAll : FixAllProvider
{
    public static AnnotateFixAll Instance { get; } = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var types = new List<INamedTypeSymbol>();
        var documents = fixAllContext is { Scope: FixAllScope.Document, Document: { } only } ? [only]
            : fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.Projects.SelectMany(p => p.Documents)
            : fixAllContext.Project.Documents;
        foreach (var document in documents)
        {
            foreach (var diagnostic in await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))
            {
                if (await AnnotateCodeFix.FindAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false) is { } type)
                {
                    types.Add(type);
                }
            }
        }

        var attribute = fixAllContext.CodeActionEquivalenceKey ?? "PrunableModel";
        return types.Count == 0 ? null : CodeAction.Create(
            $"Mark all [{attribute}]",
            cancellation => AnnotateCodeFix.FixAsync(fixAllContext.Solution, types, attribute, cancellation),
            equivalenceKey: attribute);
    }
}
