namespace Espalier.Plugins;

/// <summary>A file of a plugin.</summary>
/// <param name="Path">Its path in the plugin's folder, with '/' between names.</param>
/// <param name="Sha256">The SHA-256 of its content: 64 hexadecimal digits.</param>
public sealed record PluginFile(string Path, string Sha256);
