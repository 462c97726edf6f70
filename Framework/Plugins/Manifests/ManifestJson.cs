using System.Text.Json;
using System.Text.Json.Serialization;

namespace Espalier.Plugins;

/// <summary>plugin.json as it is written: anything may be missing.</summary>
internal sealed class ManifestJson
{
    public string? Id { get; set; }

    public string? Version { get; set; }

    public string? Title { get; set; }

    public string? Contract { get; set; }

    public string? Entry { get; set; }

    public string? TargetFramework { get; set; }

    public List<DependencyJson?>? Dependencies { get; set; }

    public List<string?>? Capabilities { get; set; }

    public List<FileJson?>? Files { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    internal sealed class DependencyJson
    {
        public string? Id { get; set; }

        public bool Optional { get; set; }

        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Unknown { get; set; }
    }

    internal sealed class FileJson
    {
        public string? Path { get; set; }

        public string? Sha256 { get; set; }

        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Unknown { get; set; }
    }
}
