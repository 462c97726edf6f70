namespace Espalier.Plugins;

/// <summary>A plugin as it stood when it was asked for.</summary>
/// <param name="Id">Its id; the folder's name where the manifest cannot be read.</param>
/// <param name="Version">Its version; empty where the manifest cannot be read.</param>
/// <param name="Title">One line for people.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Folder">Its folder; null for one that the host program brought along.</param>
/// <param name="Generation">How often it was loaded.</param>
/// <param name="Error">Why it is not loaded, or why the last reload changed nothing; null if all is well.</param>
/// <param name="Warnings">What is odd about it and does no harm.</param>
/// <param name="Parts">The parts it offers; empty while it is not loaded.</param>
public sealed record PluginInfo(
    string Id, string Version, string Title, PluginState State, string? Folder, int Generation, string? Error, IReadOnlyList<string> Warnings,
    IReadOnlyList<PartInfo> Parts);
