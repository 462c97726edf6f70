using System.Collections.Immutable;
using Espalier.Generators.Diagnostics;
using Espalier.Generators.Model;
using Espalier.Generators.Plugins.Model;

namespace Espalier.Generators.Plugins.Parsing;

/// <summary>Finds parts of one contract that have the same name.</summary>
internal static class DuplicateNames
{
    public static EquatableArray<Problem> Find(ImmutableArray<Parsed<PartModel>> parts) => parts
        .Where(part => part.Model is not null)
        .GroupBy(part => (part.Model!.Contract, part.Model.Name))
        .SelectMany(same => same.OrderBy(part => part.Model!.Type, StringComparer.Ordinal)
            .Skip(1)
            .Select(part => new Problem(
                PluginRules.DuplicatePart, part.Place, [part.Model!.Kind, part.Model.Name, same.Min(p => p.Model!.Type)!.Replace("global::", "")])))
        .ToEquatable();
}
