using Microsoft.Extensions.Logging;

namespace Espalier.Plugins;

/// <summary>What the host gives a plugin: never its service provider, since what a plugin asks a provider for keeps the plugin in memory.</summary>
/// <param name="Id">The plugin's id.</param>
/// <param name="Folder">The folder of its files (a copy that stays while the plugin is loaded).</param>
/// <param name="Logs">Loggers; use category names that begin with the plugin's id.</param>
/// <param name="Time">The clock.</param>
/// <param name="Unloading">Cancelled when the plugin is about to go. Dispose of registrations on it.</param>
public sealed record PluginContext(string Id, string Folder, ILoggerFactory Logs, TimeProvider Time, CancellationToken Unloading);
