namespace Espalier.Plugins;

/// <summary>The assemblies of .NET itself, which no plugin brings along.</summary>
internal static class PlatformAssemblies
{
    private static readonly HashSet<string> Names = [.. Find()];

    /// <summary>Whether an assembly comes with the runtime.</summary>
    public static bool Contains(string name) => Names.Contains(name);

    // The runtime's list names the application's own assemblies too. They lie in the application's folder, the runtime's elsewhere - except in
    // a self-contained application, where they cannot be told apart.
    private static IEnumerable<string> Find()
    {
        var listed = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var application = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        var ownRuntime = Path.GetDirectoryName(typeof(object).Assembly.Location) is var runtime && (string.IsNullOrEmpty(runtime) || runtime == application);
        return listed.Where(path => ownRuntime || Path.GetDirectoryName(path) != application).Select(path => Path.GetFileNameWithoutExtension(path));
    }
}
