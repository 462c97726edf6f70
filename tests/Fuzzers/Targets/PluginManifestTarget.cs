using Espalier.Plugins;

namespace Espalier.Fuzzers.Targets;

/// <summary>Plugins' manifests.</summary>
internal sealed class PluginManifestTarget : IFuzzTarget
{
    public string Name => "plugin";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        """
        {
          "id": "acme.magnitude", "version": "1.2.0-beta.1", "title": "Magnitude", "contract": ">=0.1 <1.0", "entry": "a.dll", "targetFramework": "net10.0",
          "dependencies": [{ "id": "acme.base" }, { "id": "acme.more", "optional": true }], "capabilities": ["native"], "licence": { "name": ["MIT"] },
          "files": [
            { "path": "a.dll", "sha256": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" },
            { "path": "de/a.resources.dll", "sha256": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" }
          ]
        }
        """u8.ToArray(),
    ];

    public IReadOnlyList<byte[]> Words { get; } = WeightFileReading.Words(
        "\"", "{", "}", "[", "]", ",", ":", "null", "true", "\"id\":", "../", "/", "\\\\", "C:", "\\u0000", "\\ud800", "\uFEFF", ">=", "<", "1e9", "99999999999", "-", ".", "[[[[[[[[[[[[[[[[[[");

    public Type Refusal => typeof(PluginException);

    public void Read(byte[] input, string folder) => PluginManifestReader.Parse(input, "plugin.json", []);
}
