using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Extensions.Logging;
using TorchSharp;

namespace Espalier.Plugins;

/// <summary>
/// The assemblies that host and plugins have in common: the contract, and those whose types its public members show. Everything else that is not part of
/// .NET is the plugin's own.
/// </summary>
internal static class SharedAssemblies
{
    /// <summary>The name of the contract assembly.</summary>
    public static string Contract { get; } = typeof(IPluginEntry).Assembly.GetName().Name!;

    /// <summary>The names.</summary>
    public static IReadOnlyCollection<string> Names { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        Contract,
        typeof(torch).Assembly.GetName().Name!,
        typeof(ILogger).Assembly.GetName().Name!,
        // The logging abstractions show its IServiceCollection.
        "Microsoft.Extensions.DependencyInjection.Abstractions",
    };

    /// <summary>The host's assembly of a shared name, loaded where the contract itself is.</summary>
    public static Assembly Load(AssemblyName name) =>
        (AssemblyLoadContext.GetLoadContext(typeof(IPluginEntry).Assembly) ?? AssemblyLoadContext.Default).LoadFromAssemblyName(new AssemblyName(name.Name!));
}
