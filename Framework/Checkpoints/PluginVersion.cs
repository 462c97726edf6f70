namespace Espalier.Checkpoints;

/// <summary>A plugin that had a part in something.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
public sealed record PluginVersion(string Id, string Version);
