using Espalier.Generators.Diagnostics;
using Espalier.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Plugins;

/// <summary>Reports diagnostics apart from the source, so that a moved class is not written again.</summary>
internal static class ProblemOutput
{
    public static void ReportProblems(this IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<EquatableArray<Problem>> problems) =>
        context.RegisterSourceOutput(problems, Report);

    public static void ReportProblems(this IncrementalGeneratorInitializationContext context, IncrementalValueProvider<EquatableArray<Problem>> problems) =>
        context.RegisterSourceOutput(problems, Report);

    private static void Report(SourceProductionContext output, EquatableArray<Problem> problems)
    {
        foreach (var problem in problems)
        {
            output.ReportDiagnostic(problem.ToDiagnostic());
        }
    }
}
