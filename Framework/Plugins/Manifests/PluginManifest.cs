namespace Espalier.Plugins;

/// <summary>What a plugin's <c>plugin.json</c> says of it.</summary>
public sealed record PluginManifest
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "plugin.json";

    /// <summary>Lower case words, joined by '.' or '-'; at most 100 characters.</summary>
    public required string Id { get; init; }

    /// <summary>The version, as its author counts: numbers, then perhaps <c>-beta.1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>One line for people.</summary>
    public required string Title { get; init; }

    /// <summary>The versions of the contract that it works with.</summary>
    public required ContractRange Contract { get; init; }

    /// <summary>The assembly that has the <see cref="PluginEntryAttribute"/>, a file in the plugin's folder.</summary>
    public required string Entry { get; init; }

    /// <summary>What it was built for: <c>net10.0</c>.</summary>
    public required string TargetFramework { get; init; }

    /// <summary>The plugins whose parts it uses.</summary>
    public IReadOnlyList<PluginDependency> Dependencies { get; init; } = [];

    /// <summary>What it needs beyond managed code, for the person who decides whether to load it: <c>native</c>, <c>network</c>.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>Its files. Others in the folder are not loaded.</summary>
    public required IReadOnlyList<PluginFile> Files { get; init; }
}
