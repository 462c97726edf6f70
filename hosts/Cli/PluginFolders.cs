namespace Espalier.Cli;

/// <summary>Where plugins are looked for.</summary>
internal static class PluginFolders
{
    /// <summary>
    /// Those that the user names; those of <c>ESPALIER_PLUGINS</c>; <c>plugins</c> beside the program; <c>artifacts/plugins</c> of the checkout that the
    /// program was built in.
    /// </summary>
    /// <param name="named">Folders that the user names.</param>
    /// <exception cref="UsageException">A folder that the user names does not exist.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> named)
    {
        var variable = (Environment.GetEnvironmentVariable("ESPALIER_PLUGINS") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (named.Concat(variable).FirstOrDefault(folder => !Directory.Exists(folder)) is { } missing)
        {
            throw new UsageException($"There is no folder {missing}. Correct {(named.Contains(missing) ? "--plugins" : "ESPALIER_PLUGINS")}.");
        }

        return [.. named, .. variable, .. Usual().Where(Directory.Exists)];
    }

    private static IEnumerable<string> Usual()
    {
        yield return Path.Combine(AppContext.BaseDirectory, "plugins");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.Name == "artifacts")
            {
                yield return Path.Combine(folder.FullName, "plugins");
            }
        }
    }
}
