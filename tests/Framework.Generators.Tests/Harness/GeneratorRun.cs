using System.Collections.Immutable;
using Espalier.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Espalier.Framework.Generators.Tests.Harness;

/// <summary>
/// A run of the generator over a compilation. Every run is a triple one: the second, over a clone of the compilation, must find every step cached; the
/// third, over the same text in new syntax trees, must come to equal models.
/// </summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(GeneratorDriver driver, Compilation output)
    {
        Driver = driver;
        Output = output;
    }

    /// <summary>The driver, to go on from.</summary>
    public GeneratorDriver Driver { get; }

    /// <summary>The compilation with the generated files.</summary>
    public Compilation Output { get; }

    /// <summary>The generator's diagnostics, without those that a pragma suppresses.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>The generated files by name, with the version scrubbed.</summary>
    public IReadOnlyDictionary<string, string> Sources => Driver.GetRunResult().Results
        .SelectMany(result => result.GeneratedSources)
        .ToDictionary(source => source.HintName, source => Scrub(source.SourceText.ToString()), StringComparer.Ordinal);

    /// <summary>The only generated file.</summary>
    public string Source => Assert.Single(Sources).Value;

    public static GeneratorRun Of(params string[] sources) => Of(ModelCode.Compile(sources));

    public static GeneratorRun Of(Compilation compilation)
    {
        var driver = CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        var again = driver.RunGenerators(compilation.Clone());
        Steps.AssertCached(again);
        ModelGraph.AssertPlain(driver);
        Steps.AssertUnchanged(again.RunGenerators(ModelCode.Reparsed(compilation)), TrackingNames.Models);
        return new GeneratorRun(driver, output) { Diagnostics = diagnostics };
    }

    /// <summary>Asserts that the generator had nothing to report and that its code compiles without a warning.</summary>
    public GeneratorRun AssertClean()
    {
        Assert.True(Diagnostics.IsEmpty, string.Join("\n", Diagnostics));
        return AssertCompiles();
    }

    /// <summary>Asserts that the generated code compiles without a warning, in a project that compiles.</summary>
    public GeneratorRun AssertCompiles()
    {
        var generated = Driver.GetRunResult().GeneratedTrees.ToHashSet();
        var problems = Output.GetDiagnostics()
            .Where(d => d.Severity == DiagnosticSeverity.Error || (d.Severity == DiagnosticSeverity.Warning && d.Location.SourceTree is { } tree && generated.Contains(tree)))
            .Where(d => d.Id != "CS1701");
        var texts = problems.Select(d => $"{d}\n{d.Location.SourceTree?.GetText().Lines[d.Location.GetLineSpan().StartLinePosition.Line]}").ToList();
        Assert.True(texts.Count == 0, string.Join("\n", texts));
        return this;
    }

    public static GeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(
        [new ModelTraceGenerator().AsSourceGenerator()],
        parseOptions: ModelCode.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static string Scrub(string source)
    {
        var version = typeof(ModelTraceGenerator).Assembly.GetName().Name + " ";
        return System.Text.RegularExpressions.Regex.Replace(
            source.Replace(version, "Espalier.Framework.Generators ", StringComparison.Ordinal),
            "(Generators |Generators\", \")[0-9.]+[-A-Za-z0-9.]*", "$1{version}");
    }
}
