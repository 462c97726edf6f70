namespace Espalier.Plugins;

/// <summary>What a reload did.</summary>
/// <param name="Plugin">The plugin as it stands now.</param>
/// <param name="Replaced">Whether a new generation serves; if not, the former one still does.</param>
/// <param name="Error">Why not; null if it was replaced.</param>
/// <param name="Former">Ends when the former generation is gone, which is after its last lease.</param>
public sealed record ReloadReport(PluginInfo Plugin, bool Replaced, string? Error, Task<UnloadReport>? Former);
