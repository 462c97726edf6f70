using System.Reflection;
using Espalier.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Espalier.Framework.Plugins.Tests.Harness;

/// <summary>Compiles fixtures.</summary>
internal static class FixtureCompiler
{
    private static readonly MetadataReference[] Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles sources to an assembly.</summary>
    public static byte[] Compile(AssemblySpec spec)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: spec.Symbols);
        var info = $"""
            [assembly: System.Reflection.AssemblyVersion("{spec.Version}")]
            {(spec.Framework is null ? "" : $"[assembly: System.Runtime.Versioning.TargetFramework(\"{spec.Framework}\")]")}
            """;
        string[] sources = [info, .. spec.Sources, .. spec.Fixtures.Select(Read)];
        var references = spec.InsteadOfContract is { } contract
            ? Platform.Where(r => Path.GetFileName(r.Display) != "Espalier.Framework.dll").Append(MetadataReference.CreateFromImage(contract))
            : Platform;
        var compilation = CSharpCompilation.Create(
            spec.Name, sources.Select(source => CSharpSyntaxTree.ParseText(SourceText.From(source), parse)),
            [.. references, .. spec.References.Select(image => MetadataReference.CreateFromImage(image))],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable,
                platform: spec.Platform, deterministic: true));
        CSharpGeneratorDriver.Create([new ModelTraceGenerator().AsSourceGenerator()], parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        using var stream = new MemoryStream();
        var result = output.Emit(stream, manifestResources: spec.Resources);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return stream.ToArray();
    }

    private static string Read(string fixture)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(fixture) ?? throw new ArgumentException($"There is no fixture {fixture}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
