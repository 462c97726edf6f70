using System.Reflection;
using System.Runtime.Loader;

namespace Espalier.Plugins;

/// <summary>Where one generation of a plugin lives: its own assemblies, and the shared ones of the host.</summary>
/// <param name="plugin">The plugin's id.</param>
/// <param name="entryPath">The entry assembly; its <c>.deps.json</c>, if there is one, says where dependencies are.</param>
internal sealed class PluginLoadContext(string plugin, string entryPath) : AssemblyLoadContext($"plugin {plugin}", isCollectible: true)
{
    private readonly AssemblyDependencyResolver resolver = new(entryPath);
    private readonly string folder = Path.GetDirectoryName(entryPath)!;

    /// <summary>The plugin's id.</summary>
    public string Plugin => plugin;

    /// <summary>Loads the entry assembly.</summary>
    public Assembly LoadEntry() => LoadFromAssemblyPath(entryPath);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        if (SharedAssemblies.Names.Contains(name))
        {
            return Shared(assemblyName);
        }

        var path = resolver.ResolveAssemblyToPath(assemblyName) ?? InFolder(assemblyName);
        if (path is not null)
        {
            return LoadFromAssemblyPath(path);
        }

        // Satellites are asked for culture by culture, and most are not there.
        if (PlatformAssemblies.Contains(name) || !string.IsNullOrEmpty(assemblyName.CultureName))
        {
            return null;
        }

        // Null would look in the host, whose own dependencies are no business of a plugin.
        throw new FileNotFoundException(
            $"Plugin '{plugin}' needs {name} {assemblyName.Version}, which is not among its files. Build the plugin so that it brings it along.", name + ".dll");
    }

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;

    private Assembly Shared(AssemblyName wanted)
    {
        var host = SharedAssemblies.Load(wanted);
        return host.GetName().Version is { } version && wanted.Version > version
            ? throw new FileLoadException(
                $"Plugin '{plugin}' was compiled against {wanted.Name} {wanted.Version}; this host shares {version} of it. Compile it against that, or update the host.")
            : host;
    }

    private string? InFolder(AssemblyName name)
    {
        var path = Path.Combine(folder, name.CultureName ?? "", name.Name + ".dll");
        return File.Exists(path) ? path : null;
    }
}
