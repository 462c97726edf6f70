using Espalier.Generators.Plugins.Emission;
using Espalier.Generators.Plugins.Model;
using Espalier.Generators.Plugins.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Plugins;

/// <summary>Writes the entry of a plugin: the registration of every class with [PluginPart].</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PluginEntryGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parts = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                PluginNames.Part,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => PartParser.Parse(target, cancellation))
            .WithTrackingName(PluginSteps.ParsedParts);
        var services = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                PluginNames.Service,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => ServiceParser.Parse(target, cancellation))
            .WithTrackingName(PluginSteps.ParsedServices);

        var entry = parts.Select(static (result, _) => result.Model).Collect()
            .Combine(services.Select(static (result, _) => result.Model).Collect())
            .Select(static (all, _) => EntryModel.From(all.Left, all.Right))
            .WithTrackingName(PluginSteps.Entry);
        context.RegisterSourceOutput(entry, static (output, model) =>
        {
            if (model.Parts.Count > 0)
            {
                output.AddSource("PluginEntry.g.cs", EntryEmitter.Emit(model));
            }
        });

        context.ReportProblems(parts.Select(static (result, _) => result.Problems).WithTrackingName(PluginSteps.PartProblems));
        context.ReportProblems(services.Select(static (result, _) => result.Problems).WithTrackingName(PluginSteps.ServiceProblems));
        context.ReportProblems(parts.Collect().Select(static (all, _) => DuplicateNames.Find(all)).WithTrackingName(PluginSteps.DuplicateNames));
    }
}
