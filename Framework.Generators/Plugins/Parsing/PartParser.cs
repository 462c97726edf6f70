using Espalier.Generators.Diagnostics;
using Espalier.Generators.Model;
using Espalier.Generators.Plugins.Model;
using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Plugins.Parsing;

/// <summary>Turns a class with [PluginPart] into a <see cref="PartModel"/>.</summary>
internal static class PartParser
{
    public static Parsed<PartModel> Parse(GeneratorAttributeSyntaxContext target, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)target.TargetSymbol;
        var place = TypeFacts.Place(target.TargetNode);
        var problems = new List<Problem>();
        PartModel? model = null;
        try
        {
            model = Model(type, target.Attributes[0], place, problems, cancellation);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            problems.Add(new Problem(PluginRules.InternalError, place, [type.Name, problem.GetType().Name, problem.Message.Split('\n')[0].TrimEnd()]));
        }

        return new Parsed<PartModel>(problems.Count == 0 ? model : null, problems.ToEquatable(), place);
    }

    private static PartModel? Model(
        INamedTypeSymbol type, AttributeData attribute, Location place, List<Problem> problems, CancellationToken cancellation)
    {
        var contracts = type.AllInterfaces
            .Select(i => (Type: i, Kind: PluginNames.Attribute(i, PluginNames.PartContract)?.ConstructorArguments.FirstOrDefault().Value as string))
            .Where(c => c.Kind is not null).ToList();
        if (contracts.Count != 1)
        {
            var cause = contracts.Count == 0
                ? "implements no interface with [PartContract]"
                : $"implements several interfaces with [PartContract]: {string.Join(", ", contracts.Select(c => c.Type.Name).OrderBy(n => n, StringComparer.Ordinal))}";
            problems.Add(new Problem(PluginRules.PartContract, place, [type.Name, cause]));
        }

        var name = attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "";
        if (!Keys.IsPartName(name))
        {
            var where = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation() ?? place;
            problems.Add(new Problem(PluginRules.PartName, where, [name, "use lower-case letters, digits, '-', ':' and '.'"]));
        }

        var arguments = ConstructorParser.Arguments(type, isPart: true, place, problems);
        return problems.Count > 0 ? null : new PartModel(
            TypeFacts.Qualified(type), TypeFacts.Qualified(contracts[0].Type), contracts[0].Kind!, name, Summary.Of(type, cancellation), arguments);
    }
}
