using Espalier.Generators.Diagnostics;
using Espalier.Generators.Model;
using Espalier.Generators.Parsing;
using Espalier.Generators.Plugins.Model;
using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Plugins.Parsing;

/// <summary>Turns a record with [PluginOptions] into an <see cref="OptionsModel"/>. Only this stage looks at symbols and syntax.</summary>
internal static class OptionsParser
{
    public static Parsed<OptionsModel> Parse(GeneratorAttributeSyntaxContext target, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)target.TargetSymbol;
        var problems = new List<Problem>();
        var place = TypeFacts.Place(target.TargetNode);
        OptionsModel? model = null;
        try
        {
            if (Obstacle(type) is { } obstacle)
            {
                problems.Add(new Problem(PluginRules.OptionsRecord, place, [type.Name, obstacle]));
            }
            else
            {
                var options = new OptionParser(target.SemanticModel.Compilation, type, problems, cancellation).Parse();
                model = problems.Count == 0 ? Model(type, options, cancellation) : null;
            }
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            problems.Add(new Problem(PluginRules.InternalError, place, [type.Name, problem.GetType().Name, problem.Message.Split('\n')[0].TrimEnd()]));
        }

        return new Parsed<OptionsModel>(model, problems.ToEquatable(), place);
    }

    private static string? Obstacle(INamedTypeSymbol type) => type switch
    {
        { IsRecord: false } or { IsValueType: true } => "is not a record class",
        { IsSealed: false } => "is not sealed",
        { ContainingType: not null } => "is declared inside another type",
        { IsGenericType: true } => "is generic",
        _ when !TypeFacts.IsAccessible(type) => "is local to its file",
        _ when !type.InstanceConstructors.Any(c => c.Parameters.Length == 0 && TypeFacts.IsCallable(c)) => "has no constructor without parameters",
        _ => null,
    };

    private static OptionsModel Model(INamedTypeSymbol type, EquatableArray<OptionModel> options, CancellationToken cancellation)
    {
        var space = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(TypePrinter.Qualified).Replace("global::", "");
        return new OptionsModel
        {
            HintName = $"{(space.Length == 0 ? "" : space.Replace("@", "") + ".")}{type.Name}.Binding.g.cs",
            Namespace = space,
            Accessibility = type.DeclaredAccessibility == Accessibility.Public ? "public" : "internal",
            Name = type.Name,
            Description = Summary.Of(type, cancellation),
            IsValidated = type.AllInterfaces.Any(i => i.ToDisplayString() == PluginNames.ValidatedOptions),
            Options = options,
        };
    }
}
