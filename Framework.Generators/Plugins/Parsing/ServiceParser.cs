using Espalier.Generators.Diagnostics;
using Espalier.Generators.Model;
using Espalier.Generators.Plugins.Model;
using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Plugins.Parsing;

/// <summary>Turns a class with [PluginService] into a <see cref="ServiceModel"/>.</summary>
internal static class ServiceParser
{
    public static Parsed<ServiceModel> Parse(GeneratorAttributeSyntaxContext target, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)target.TargetSymbol;
        var place = TypeFacts.Place(target.TargetNode);
        var problems = new List<Problem>();
        ServiceModel? model = null;
        try
        {
            cancellation.ThrowIfCancellationRequested();
            var arguments = ConstructorParser.Arguments(type, isPart: false, place, problems);
            if (Needs(type, type, []))
            {
                problems.Add(new Problem(PluginRules.Construction, place, [type.Name, "it needs itself, through the services that its constructor takes"]));
            }

            model = new ServiceModel(TypeFacts.Qualified(type), arguments);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            problems.Add(new Problem(PluginRules.InternalError, place, [type.Name, problem.GetType().Name, problem.Message.Split('\n')[0].TrimEnd()]));
        }

        return new Parsed<ServiceModel>(problems.Count == 0 ? model : null, problems.ToEquatable(), place);
    }

    private static bool Needs(INamedTypeSymbol service, INamedTypeSymbol wanted, HashSet<ISymbol> visited) =>
        service.InstanceConstructors.SelectMany(c => c.Parameters).Select(p => p.Type).OfType<INamedTypeSymbol>()
            .Where(t => PluginNames.Attribute(t, PluginNames.Service) is not null)
            .Any(t => SymbolEqualityComparer.Default.Equals(t, wanted) || (visited.Add(t) && Needs(t, wanted, visited)));
}
