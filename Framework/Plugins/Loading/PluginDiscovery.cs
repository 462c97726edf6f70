namespace Espalier.Plugins;

/// <summary>Finds plugins' folders and reads their manifests. What it finds does not depend on the order in which the system lists folders.</summary>
internal static class PluginDiscovery
{
    /// <summary>The plugins of some folders: by folder, then by id. Of those with one id, the first may be loaded.</summary>
    public static IReadOnlyList<FoundPlugin> Find(IReadOnlyList<string> roots)
    {
        var taken = new Dictionary<string, FoundPlugin>();
        var found = new List<FoundPlugin>();
        foreach (var plugin in roots.Select(Path.GetFullPath).Distinct().SelectMany(Read))
        {
            if (plugin.Manifest is null)
            {
                found.Add(plugin);
            }
            else if (taken.TryGetValue(plugin.Id, out var winner))
            {
                found.Add(plugin with
                {
                    Error = $"Plugin '{plugin.Id}' {plugin.Manifest.Version} in {plugin.Folder} is not used: {winner.Folder} has version "
                        + $"{winner.Manifest!.Version} of it and comes first (folders as configured, then the higher version, then the folder's name). Remove one of them.",
                });
            }
            else
            {
                taken.Add(plugin.Id, plugin);
                found.Add(plugin);
            }
        }

        return found;
    }

    private static IEnumerable<FoundPlugin> Read(string root)
    {
        if (!Directory.Exists(root))
        {
            return [];
        }

        var folders = File.Exists(Path.Combine(root, PluginManifest.FileName)) ? [root] : Directory.GetDirectories(root);
        return folders
            // Hidden folders and those without a manifest are somebody's unfinished copies.
            .Where(folder => !Path.GetFileName(folder).StartsWith('.') && File.Exists(Path.Combine(folder, PluginManifest.FileName)))
            .Select(ReadOne)
            .OrderBy(plugin => plugin.Id, StringComparer.Ordinal)
            .ThenByDescending(plugin => plugin.Manifest is { } manifest ? Number(manifest.Version) : null)
            .ThenBy(plugin => plugin.Folder, StringComparer.Ordinal);
    }

    private static Version Number(string version) => Version.Parse(version.Split('-', '+')[0]);

    private static FoundPlugin ReadOne(string folder)
    {
        var warnings = new List<string>();
        try
        {
            var manifest = PluginManifestReader.Read(Path.Combine(folder, PluginManifest.FileName), warnings);
            return new FoundPlugin(folder, manifest.Id, manifest, null, warnings);
        }
        catch (PluginException error)
        {
            return new FoundPlugin(folder, Path.GetFileName(folder), null, error.Message, warnings);
        }
    }
}
