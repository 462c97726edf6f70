namespace Espalier.Plugins;

/// <summary>The order in which plugins are loaded: each after those that it depends on, otherwise as they were given.</summary>
internal static class LoadOrder
{
    /// <summary>Orders plugins. One that is in a circle of dependencies comes with the circle.</summary>
    public static IReadOnlyList<(PluginManifest Plugin, string? Circle)> Of(IReadOnlyList<PluginManifest> plugins)
    {
        var byId = plugins.ToDictionary(plugin => plugin.Id);
        var circles = new Dictionary<string, string?>();
        var ordered = new List<PluginManifest>(plugins.Count);
        var above = new List<string>();
        foreach (var plugin in plugins)
        {
            Visit(plugin);
        }

        return [.. ordered.Select(plugin => (plugin, circles[plugin.Id]))];

        void Visit(PluginManifest plugin)
        {
            if (circles.ContainsKey(plugin.Id))
            {
                return;
            }

            circles[plugin.Id] = null;
            above.Add(plugin.Id);
            foreach (var dependency in plugin.Dependencies.OrderBy(d => d.Id, StringComparer.Ordinal))
            {
                if (above.IndexOf(dependency.Id) is >= 0 and var start)
                {
                    // An optional dependency is used if it is there by then, and does not make a circle.
                    var circle = string.Join(" -> ", above[start..].Append(dependency.Id));
                    foreach (var member in dependency.Optional ? [] : above[start..])
                    {
                        circles[member] ??= circle;
                    }
                }
                else if (byId.TryGetValue(dependency.Id, out var found))
                {
                    Visit(found);
                }
            }

            above.RemoveAt(above.Count - 1);
            ordered.Add(plugin);
        }
    }
}
