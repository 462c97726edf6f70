using Espalier.Generators.Diagnostics;
using Espalier.Generators.Model;
using Espalier.Generators.Plugins.Model;
using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Plugins.Parsing;

/// <summary>Reads the properties of an options record.</summary>
internal sealed class OptionParser(Compilation compilation, INamedTypeSymbol record, List<Problem> problems, CancellationToken cancellation)
{
    public EquatableArray<OptionModel> Parse()
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var hasShorthand = false;
        var options = new List<OptionModel>();
        foreach (var property in Properties())
        {
            cancellation.ThrowIfCancellationRequested();
            var before = problems.Count;
            if (Option(property) is not { } option)
            {
                continue;
            }

            Check(property, Keys.IsKey(option.Key), $"'{option.Key}' is not a key: lower-case letters, digits and hyphens");
            Check(property, keys.Add(option.Key), $"there is another option '{option.Key}'");
            Check(property, !option.IsShorthand || !hasShorthand, "there is another shorthand");
            Check(
                property,
                !option.IsShorthand || option.Type.Kind is not (OptionKind.Record or OptionKind.Dictionary),
                "a mapping cannot be the shorthand, since a mapping gives the options themselves");
            hasShorthand |= option.IsShorthand;
            if (problems.Count == before)
            {
                options.Add(option);
            }
        }

        return options.ToEquatable();
    }

    private OptionModel? Option(IPropertySymbol property)
    {
        var attribute = PluginNames.Attribute(property, PluginNames.Option);
        var type = new OptionTypeParser(compilation, record).Parse(property.Type, out var obstacle);
        if (type is null)
        {
            problems.Add(new Problem(
                PluginRules.OptionType, Place(property), [property.Name, record.Name, property.Type.ToDisplayString(), obstacle ?? "it is of no known kind"]));
            return null;
        }

        var bounds = new Bounds(
            Named(attribute, "Min", double.NegativeInfinity), Named(attribute, "Max", double.PositiveInfinity), Named(attribute, "ExclusiveMin", false),
            Named(attribute, "ExclusiveMax", false));
        Check(property, bounds == Bounds.None || type.Innermost.IsNumber, "bounds are for numbers");
        var isPath = Named(attribute, "IsPath", false);
        Check(property, !isPath || type.Innermost.Kind == OptionKind.Text, "paths are texts");
        Check(property, !bounds.IsEmpty, "no number is within the bounds");
        var initial = DefaultValues.Of(property, type, compilation, cancellation);
        Check(property, bounds.IsEmpty || initial.Number is not { } number || bounds.Contains(number), "the default is out of bounds");
        return new OptionModel(property.Name, Named<string?>(attribute, "Name", null) ?? Keys.Kebab(property.Name), Refined(type, bounds, isPath))
        {
            Description = Summary.Of(property, cancellation),
            Default = initial.Json,
            IsRequired = property.IsRequired || Named(attribute, "Required", false),
            IsRequiredMember = property.IsRequired,
            IsShorthand = Named(attribute, "Shorthand", false),
        };
    }

    /// <summary>The settable properties, a base record's first; the order does not depend on that of files.</summary>
    private IEnumerable<IPropertySymbol> Properties()
    {
        var types = new Stack<INamedTypeSymbol>();
        for (var current = record; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            types.Push(current);
        }

        return types.SelectMany(type => type.GetMembers().OfType<IPropertySymbol>()
                .OrderBy(p => Place(p).SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(p => Place(p).SourceSpan.Start))
            .Where(p => p is { IsStatic: false, IsIndexer: false, SetMethod: { } setter, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal }
                && setter.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal && !p.IsOverride
                && compilation.IsSymbolAccessibleWithin(p, compilation.Assembly));
    }

    private void Check(IPropertySymbol property, bool holds, string problem)
    {
        if (!holds)
        {
            problems.Add(new Problem(PluginRules.Option, Place(property), [property.Name, record.Name, problem]));
        }
    }

    private Location Place(IPropertySymbol property) => property.Locations.FirstOrDefault(l => l.IsInSource) ?? record.Locations[0];

    private static OptionType Refined(OptionType type, Bounds bounds, bool isPath) => type.Item is { } item
        ? type with { Item = Refined(item, bounds, isPath) }
        : type with { Bounds = bounds, Kind = isPath ? OptionKind.FilePath : type.Kind };

    private static T Named<T>(AttributeData? attribute, string name, T otherwise) =>
        attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value is T value ? value : otherwise;
}
