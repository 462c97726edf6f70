using System.Collections.Immutable;
using Espalier.Framework.Generators.Tests.Harness;
using Espalier.Generators.Plugins;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Espalier.Framework.Generators.Tests.Plugins;

/// <summary>
/// A run of the plugin generators. Every run is a triple one: the second, over a clone of the compilation, must find every step cached; the third, over the
/// same text in new syntax trees, must come to equal models.
/// </summary>
internal sealed class PluginRun
{
    private PluginRun(GeneratorDriver driver, Compilation output, ImmutableArray<Diagnostic> diagnostics)
    {
        Driver = driver;
        Output = output;
        Diagnostics = diagnostics;
    }

    public const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using Espalier.Criteria;
        using Espalier.Methods;
        using Espalier.Patterns;
        using Espalier.Plugins;
        using Espalier.Recipes;
        using Espalier.Structures;
        using TorchSharp;
        using static TorchSharp.torch;

        """;

    /// <summary>The driver, to go on from.</summary>
    public GeneratorDriver Driver { get; }

    /// <summary>The compilation with the generated files.</summary>
    public Compilation Output { get; }

    /// <summary>The generators' diagnostics.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The generated files by name, with the version scrubbed.</summary>
    public IReadOnlyDictionary<string, string> Sources => Driver.GetRunResult().Results
        .SelectMany(result => result.GeneratedSources)
        .ToDictionary(source => source.HintName, source => Scrub(source.SourceText.ToString()), StringComparer.Ordinal);

    public static PluginRun Of(params string[] sources) => Of(Compile(sources));

    public static PluginRun Of(Compilation compilation)
    {
        var driver = CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        AssertPlain(driver);
        var again = driver.RunGenerators(compilation.Clone());
        foreach (var step in PluginSteps.All)
        {
            AssertUnchanged(again, step);
        }

        Assert.All(OutputReasons(again), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        var reparsed = again.RunGenerators(ModelCode.Reparsed(compilation));
        foreach (var step in PluginSteps.Models)
        {
            AssertUnchanged(reparsed, step);
        }

        return new PluginRun(driver, output, diagnostics);
    }

    public static CSharpCompilation Compile(params string[] sources) => ModelCode.Compile(sources.Select((s, i) => ModelCode.Parse(Usings + s, i)));

    public static GeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(
        [new OptionsBindingGenerator().AsSourceGenerator(), new PluginEntryGenerator().AsSourceGenerator()],
        parseOptions: ModelCode.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static IReadOnlyList<IncrementalStepRunReason> Reasons(GeneratorDriver driver, string step) =>
        [.. Outputs(driver, step).Select(output => output.Reason)];

    public static IReadOnlyList<IncrementalStepRunReason> OutputReasons(GeneratorDriver driver) =>
        [.. driver.GetRunResult().Results.SelectMany(r => r.TrackedOutputSteps).SelectMany(s => s.Value).SelectMany(run => run.Outputs).Select(o => o.Reason)];

    /// <summary>Asserts that there is nothing to report and that the generated code compiles without a warning.</summary>
    public PluginRun AssertClean()
    {
        Assert.True(Diagnostics.IsEmpty, string.Join("\n", Diagnostics));
        var generated = Driver.GetRunResult().GeneratedTrees.ToHashSet();
        var problems = Output.GetDiagnostics()
            .Where(d => d.Severity == DiagnosticSeverity.Error || (d.Severity == DiagnosticSeverity.Warning && d.Location.SourceTree is { } tree && generated.Contains(tree)))
            .Where(d => d.Id is not ("CS1701" or "CS1591"));
        Assert.Empty(problems.Select(d => $"{d}\n{d.Location.SourceTree?.GetText().Lines[d.Location.GetLineSpan().StartLinePosition.Line]}"));
        return this;
    }

    private static void AssertUnchanged(GeneratorDriver driver, string step) => Assert.All(
        Reasons(driver, step),
        reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"Step {step} is {reason}."));

    private static IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(GeneratorDriver driver, string step) =>
        driver.GetRunResult().Results.SelectMany(result => result.TrackedSteps.TryGetValue(step, out var runs) ? runs.SelectMany(run => run.Outputs) : []);

    private static void AssertPlain(GeneratorDriver driver)
    {
        foreach (var (value, _) in PluginSteps.Models.SelectMany(step => Outputs(driver, step)))
        {
            ModelGraph.AssertPlain(value);
        }
    }

    private static string Scrub(string source) => System.Text.RegularExpressions.Regex.Replace(
        source, "(Generators |Generators\", \")[0-9.]+[-A-Za-z0-9.]*", "$1{version}");
}
