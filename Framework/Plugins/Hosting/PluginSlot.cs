namespace Espalier.Plugins;

/// <summary>What the host knows of one plugin. Read and written under the host's lock.</summary>
internal sealed class PluginSlot(FoundPlugin found, int order)
{
    public string Id => Found.Id;

    /// <summary>What discovery found last.</summary>
    public FoundPlugin Found { get; set; } = found;

    /// <summary>Its rank among plugins: where two offer a part of one name, the lower one's is used.</summary>
    public int Order { get; set; } = order;

    public PluginState State { get; set; } = PluginState.Discovered;

    public string? Error { get; set; }

    /// <summary>What loading found odd.</summary>
    public IReadOnlyList<string> Warnings { get; set; } = [];

    public int Number { get; set; }

    /// <summary>The generation that new jobs get; null while there is none.</summary>
    public PluginGeneration? Current { get; set; }

    public IReadOnlyList<PartInfo> Parts { get; set; } = [];

    public PluginInfo Info() => new(
        Id, Current?.Version ?? Found.Manifest?.Version ?? "", Found.Manifest?.Title ?? "", State, Found.Folder.Length == 0 ? null : Found.Folder, Number, Error ?? Found.Error,
        [.. Found.Warnings, .. Warnings], Parts);
}
