using System.Reflection;

namespace Espalier.Framework.Plugins.Tests.Harness;

/// <summary>The plugins as the build leaves them.</summary>
internal static class BuiltPlugins
{
    public static string Folder { get; } = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "PluginsFolder").Value!;
}
