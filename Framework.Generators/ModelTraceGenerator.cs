using Espalier.Generators.Emission;
using Espalier.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators;

/// <summary>
/// Writes, for every class with [PrunableModel], the symbolic trace of its forward. One parse gives two outputs: the source follows from a
/// model of plain values, so that it is written again only when it changes; the diagnostics keep their places in the code, so that pragmas
/// work.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelTraceGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.PrunableModelMetadataName,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (target, cancellation) => ModelParser.Parse(target, cancellation))
            .WithTrackingName(TrackingNames.Parsed);

        var models = parsed.Select(static (result, _) => result.Model).WithTrackingName(TrackingNames.Models);
        context.RegisterSourceOutput(models, static (output, model) =>
        {
            if (model is not null)
            {
                output.AddSource(model.HintName, TraceEmitter.Emit(model));
            }
        });

        var problems = parsed.Select(static (result, _) => result.Problems).WithTrackingName(TrackingNames.Problems);
        context.RegisterSourceOutput(problems, static (output, found) =>
        {
            foreach (var problem in found)
            {
                output.ReportDiagnostic(problem.ToDiagnostic());
            }
        });
    }
}
