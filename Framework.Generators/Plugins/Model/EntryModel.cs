using System.Collections.Immutable;
using Espalier.Generators.Model;

namespace Espalier.Generators.Plugins.Model;

/// <summary>The parts and services of a plugin, in an order that does not depend on that of files.</summary>
internal sealed record EntryModel(EquatableArray<PartModel> Parts, EquatableArray<ServiceModel> Services)
{
    public static EntryModel From(ImmutableArray<PartModel?> parts, ImmutableArray<ServiceModel?> services)
    {
        var made = services.OfType<ServiceModel>().OrderBy(s => s.Type, StringComparer.Ordinal).ToEquatable();

        // A part whose service has an error of its own would only add errors in code that nobody wrote.
        var known = new HashSet<string>(made.Select(s => s.Type), StringComparer.Ordinal);
        bool CanBeMade(PartModel part) => part.Arguments.All(a => a.Kind != ArgumentKind.Service || known.Contains(a.Type));
        return new EntryModel(
            parts.OfType<PartModel>().Where(CanBeMade).OrderBy(p => p.Kind, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal)
                .ThenBy(p => p.Type, StringComparer.Ordinal).ToEquatable(),
            made);
    }
}
