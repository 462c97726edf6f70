using System.Collections.Immutable;
using Espalier.Framework.Generators.Tests.Harness;
using Espalier.Generators;
using Espalier.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Espalier.Framework.Generators.Tests.CodeFixes;

/// <summary>Applies code fixes as an editor does.</summary>
internal static class FixRun
{
    /// <summary>Fixes the first problem that the provider knows.</summary>
    public static async Task<string> OneAsync(CodeFixProvider provider, string source, string? key = null)
    {
        var document = Open(source);
        var diagnostic = (await ProblemsAsync(document, provider))[0];
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));
        var action = actions.First(a => key is null || a.EquivalenceKey == key);
        return await ApplyAsync(document, action);
    }

    /// <summary>The titles of the fixes on offer for the first problem.</summary>
    public static async Task<IReadOnlyList<string>> TitlesAsync(CodeFixProvider provider, string source)
    {
        var document = Open(source);
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(
            new CodeFixContext(document, (await ProblemsAsync(document, provider))[0], (action, _) => actions.Add(action), default));
        return [.. actions.Select(a => a.Title)];
    }

    /// <summary>Fixes all problems in the document.</summary>
    public static async Task<string> AllAsync(CodeFixProvider provider, string source, string key)
    {
        var document = Open(source);
        var problems = await ProblemsAsync(document, provider);
        var context = new FixAllContext(
            document, provider, FixAllScope.Document, key, provider.FixableDiagnosticIds, new Provider(problems), default);
        var action = await provider.GetFixAllProvider()!.GetFixAsync(context);
        return await ApplyAsync(document, action!);
    }

    private static async Task<string> ApplyAsync(Document document, CodeAction action)
    {
        var operation = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
        var changed = operation.ChangedSolution.GetDocument(document.Id)!;
        return (await changed.GetTextAsync()).ToString();
    }

    private static Document Open(string source)
    {
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Create(), "Demo", "Demo", LanguageNames.CSharp,
            compilationOptions: ModelCode.Compile(source).Options, parseOptions: ModelCode.ParseOptions, metadataReferences: References.All));
        return workspace.AddDocument(project.Id, "Model.cs", SourceText.From(source));
    }

    private static async Task<ImmutableArray<Diagnostic>> ProblemsAsync(Document document, CodeFixProvider provider)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        CSharpGeneratorDriver.Create([new ModelTraceGenerator().AsSourceGenerator()], parseOptions: ModelCode.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out _, out var generated);
        var analyzed = await compilation.WithAnalyzers([new RegistrationAnalyzer(), new DerivedModelAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. generated.Concat(analyzed).Where(d => provider.FixableDiagnosticIds.Contains(d.Id)).OrderBy(d => d.Location.SourceSpan.Start)];
    }

    private sealed class Provider(ImmutableArray<Diagnostic> problems) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(problems);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(problems);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
