namespace Espalier.Plugins;

/// <summary>A plugin that another one uses parts of.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Optional">Whether the other does without it.</param>
public sealed record PluginDependency(string Id, bool Optional);
