using System.Runtime.CompilerServices;
using Espalier.Recipes;

namespace Espalier.Plugins;

/// <summary>The parts of some plugins, by contract and name. It works as long as the lease that it belongs to.</summary>
public sealed class PartCatalogue : IPartFactory, IPartChecker
{
    private readonly Dictionary<(Type Contract, string Name), (PartRegistration Part, PartInfo Info)> parts = [];
    private readonly ConditionalWeakTable<object, string> owners = [];
    private bool cleared;

    internal PartCatalogue(IEnumerable<PluginGeneration> generations)
    {
        var duplicates = new List<string>();
        foreach (var generation in generations)
        {
            foreach (var part in generation.Parts)
            {
                var info = InfoOf(part, generation.Id, generation.Version);
                if (!parts.TryAdd((part.Contract, part.Name), (part, info)))
                {
                    var winner = parts[(part.Contract, part.Name)].Info.Plugin;
                    duplicates.Add(
                        $"Plugins '{winner}' and '{generation.Id}' both offer the {info.Kind} '{part.Name}': that of '{winner}' is used, because it comes first. "
                        + "Disable one of them, or rename its part.");
                }
            }
        }

        Duplicates = duplicates;
        Parts = [.. parts.Values.Select(p => p.Info).OrderBy(p => p.Kind, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal)];
    }

    /// <summary>All parts, by kind and name.</summary>
    public IReadOnlyList<PartInfo> Parts { get; }

    /// <summary>One text for each part that is hidden by another plugin's of the same name.</summary>
    public IReadOnlyList<string> Duplicates { get; }

    /// <inheritdoc/>
    /// <exception cref="RecipeException">There is no part of that name, or its options are wrong.</exception>
    /// <exception cref="PluginException">The plugin's code failed.</exception>
    public T Create<T>(Part<T> part)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(part);
        ObjectDisposedException.ThrowIf(cleared, this);
        if (!parts.TryGetValue((typeof(T), part.Name), out var found))
        {
            var kind = PartCheck.KindOf(typeof(T)) ?? typeof(T).Name;
            throw new RecipeException(PlaceOf(part, kind), UnknownPart.Message(kind, part.Name, Names<T>(), Parts));
        }

        return Make<T>(found.Part, found.Info, part.Options);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Names<T>()
        where T : class => [.. parts.Keys.Where(key => key.Contract == typeof(T)).Select(key => key.Name).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public void Check(PartReference part, RecipeReport report)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(report);
        ObjectDisposedException.ThrowIf(cleared, this);
        if (!parts.TryGetValue((part.Contract, part.Name), out var found))
        {
            string[] names = [.. parts.Keys.Where(key => key.Contract == part.Contract).Select(key => key.Name).Order(StringComparer.Ordinal)];
            report.Add(part.Place, UnknownPart.Message(part.Kind, part.Name, names, Parts));
            return;
        }

        try
        {
            found.Part.Check?.Invoke(new OptionReader(part.Options, report));
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
        {
            throw new PluginException(found.Info.Plugin, $"checking the options of the {part.Kind} '{part.Name}'", error);
        }
    }

    /// <summary>The id of the plugin that a part made here came from; null if it was made elsewhere.</summary>
    public string? PluginOf(object part) => owners.TryGetValue(part, out var plugin) ? plugin : null;

    internal static PartInfo InfoOf(PartRegistration part, string plugin, string version) =>
        new(PartCheck.KindOf(part.Contract)!, part.Contract.FullName!, part.Name, part.Summary, part.Schema, plugin, version);

    internal void Clear()
    {
        cleared = true;
        parts.Clear();
        owners.Clear();
    }

    // A default has no place: then the message is about the part itself.
    private static RecipePlace PlaceOf<T>(Part<T> part, string kind)
        where T : class =>
        part.Place.File is not null ? part.Place : part.Options?.Place ?? new RecipePlace($"{kind} '{part.Name}'", 0, 0);

    private T Make<T>(PartRegistration registration, PartInfo info, RecipeNode? options)
        where T : class
    {
        object? made;
        try
        {
            made = registration.Create(options);
        }
        catch (Exception error) when (error is not (RecipeException or PluginException or OperationCanceledException or OutOfMemoryException))
        {
            throw new PluginException(info.Plugin, $"making the {info.Kind} '{info.Name}'", error);
        }

        if (made is not T typed)
        {
            throw new PluginException(
                $"Plugin '{info.Plugin}' made {(made is null ? "nothing" : $"a {made.GetType().Name}")} for the {info.Kind} '{info.Name}', which is no {typeof(T).Name}.");
        }

        owners.AddOrUpdate(typed, info.Plugin);
        return typed;
    }
}
