namespace Espalier.Plugins;

/// <summary>A part that a plugin offers, as text.</summary>
/// <param name="Kind">What recipes call such a part: <c>criterion</c>.</param>
/// <param name="Contract">The interface's full name.</param>
/// <param name="Name">Its name in recipes.</param>
/// <param name="Summary">What it is, in a sentence.</param>
/// <param name="Schema">The JSON schema of its options.</param>
/// <param name="Plugin">The plugin's id.</param>
/// <param name="Version">The plugin's version.</param>
public sealed record PartInfo(string Kind, string Contract, string Name, string Summary, string Schema, string Plugin, string Version);
