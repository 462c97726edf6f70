namespace Espalier.Plugins;

/// <summary>A plugin's folder as discovery found it.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Id">The id; the folder's name where the manifest cannot be read.</param>
/// <param name="Manifest">The manifest; null if it cannot be read.</param>
/// <param name="Error">Why this plugin cannot be loaded; null if nothing is known against it.</param>
/// <param name="Warnings">What is odd about it.</param>
internal sealed record FoundPlugin(string Folder, string Id, PluginManifest? Manifest, string? Error, IReadOnlyList<string> Warnings);
