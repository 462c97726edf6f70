using System.Globalization;
using Espalier.Graphs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Benchmarks.Generators;

/// <summary>A project that is edited: twenty models of the model plugin with what they use, and plain classes that call one another.</summary>
internal sealed class EditedProject
{
    /// <summary>How many files the project has.</summary>
    public const int Files = 500;

    private const string ModelPrefix = "Model.";
    private const string Attribute = "[PrunableModel]";

    private const string GlobalUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        """;

    private readonly List<int> models;
    private readonly List<int> others;

    private EditedProject(CSharpCompilation compilation)
    {
        Compilation = compilation;
        var trees = compilation.SyntaxTrees;
        models = [.. Enumerable.Range(0, Files).Where(i => trees[i].ToString().Contains(Attribute, StringComparison.Ordinal))];
        others = [.. Enumerable.Range(0, Files).Where(i => trees[i].FilePath.StartsWith("Plain", StringComparison.Ordinal))];
    }

    /// <summary>How the files are parsed.</summary>
    public static CSharpParseOptions ParseOptions { get; } = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    /// <summary>The project after the edits made so far.</summary>
    public CSharpCompilation Compilation { get; private set; }

    /// <summary>How many annotated models it has.</summary>
    public int Models => models.Count;

    /// <summary>The project before any edit.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public static EditedProject Create()
    {
        var trees = ModelSources().Append(Parse(GlobalUsings, "GlobalUsings.cs")).ToList();
        trees.AddRange(Enumerable.Range(0, Files - trees.Count).Select(i => Parse(Plain(i), $"Plain{i}.cs")));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(TorchSharp.torch).Assembly.Location)
            .Append(typeof(Tracer).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        return new EditedProject(CSharpCompilation.Create("Demo", trees, references, options));
    }

    /// <summary>The first error of the project with its generated files; null if it compiles.</summary>
    public static Diagnostic? FirstError(Compilation compilation) =>
        compilation.GetDiagnostics().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Another number inside a method of the next plain class.</summary>
    public void EditOtherBody(int edit) => Replace(
        others[edit % others.Count], text => text.Replace("sum += 3;", $"sum += {Number(edit + 4)};", StringComparison.Ordinal));

    /// <summary>A method more in the next plain class.</summary>
    public void EditOtherDeclaration(int edit) => Replace(
        others[edit % others.Count], text => text.Insert(text.LastIndexOf('}'), $"    public static int New{Number(edit)}() => {Number(edit)};\n"));

    /// <summary>A statement more in the forward of the next model.</summary>
    public void EditForward(int edit) => Replace(models[edit % models.Count], text =>
    {
        var forward = CSharpSyntaxTree.ParseText(text, ParseOptions).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .First(method => method.Identifier.Text == "forward");
        var statement = $"var edit{Number(edit)} = {Number(edit)}; ";
        return forward.ExpressionBody is { } body
            ? $"{text[..body.SpanStart]}{{ {statement}return {body.Expression}; }}{text[forward.SemicolonToken.Span.End..]}"
            : text.Insert(forward.Body!.OpenBraceToken.Span.End, " " + statement);
    });

    private void Replace(int file, Func<string, string> edit)
    {
        var old = Compilation.SyntaxTrees[file];
        Compilation = Compilation.ReplaceSyntaxTree(old, Parse(edit(old.ToString()), old.FilePath));
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);

    private static IEnumerable<SyntaxTree> ModelSources()
    {
        var assembly = typeof(EditedProject).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(ModelPrefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return Parse(reader.ReadToEnd(), name[ModelPrefix.Length..]);
        }
    }

    private static string Plain(int number) =>
        $$"""
        namespace Demo.Plain;

        /// <summary>Plain class {{Number(number)}}.</summary>
        [Serializable]
        internal sealed class Plain{{Number(number)}}
        {
            private readonly Dictionary<string, int> counts = [];

            public string Name { get; set; } = "plain";

        {{string.Concat(Enumerable.Range(0, 12).Select(i => Method(number, i)))}}
        }
        """;

    private static string Method(int number, int method) =>
        $$"""
            /// <summary>Counts what the list holds.</summary>
            public int Method{{Number(method)}}(IReadOnlyList<int> list)
            {
                var sum = 0;
                foreach (var each in list.Where(item => item > {{Number(method)}}))
                {
                    sum += 3;
                    counts[Name] = sum * each;
                }

                return {{(number == 0 ? "sum" : $"sum > 100 ? sum : new Plain{Number(number - 1)}().Method{Number(method)}(list)")}};
            }


        """;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
