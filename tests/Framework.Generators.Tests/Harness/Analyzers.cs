using System.Collections.Immutable;
using Espalier.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Espalier.Framework.Generators.Tests.Harness;

/// <summary>Runs the analyzers.</summary>
internal static class Analyzers
{
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(string source)
    {
        var run = GeneratorRun.Of(source);
        var problems = await run.Output
            .WithAnalyzers([new RegistrationAnalyzer(), new DerivedModelAnalyzer()])
            .GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(problems, d => d.Id == "AD0001");
        return problems;
    }
}
