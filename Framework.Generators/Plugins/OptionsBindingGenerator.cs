using Espalier.Generators.Plugins.Emission;
using Espalier.Generators.Plugins.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Plugins;

/// <summary>Writes, for every record with [PluginOptions], how a recipe's options are read into it and what schema they follow.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class OptionsBindingGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                PluginNames.Options,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => OptionsParser.Parse(target, cancellation))
            .WithTrackingName(PluginSteps.ParsedOptions);

        var models = parsed.Select(static (result, _) => result.Model).WithTrackingName(PluginSteps.Options);
        context.RegisterSourceOutput(models, static (output, model) =>
        {
            if (model is not null)
            {
                output.AddSource(model.HintName, OptionsEmitter.Emit(model));
            }
        });

        context.ReportProblems(parsed.Select(static (result, _) => result.Problems).WithTrackingName(PluginSteps.OptionsProblems));
    }
}
