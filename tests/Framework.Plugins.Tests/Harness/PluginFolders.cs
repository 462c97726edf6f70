using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Espalier.Framework.Plugins.Tests.Harness;

/// <summary>A folder of plugins that goes with the test.</summary>
internal sealed class PluginFolders : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("espalier-test-").FullName;

    public string Plugins => Directory.CreateDirectory(Path.Combine(root, "plugins")).FullName;

    public string Shadows => Path.Combine(root, "shadows");

    public string this[string name] => Path.Combine(root, name);

    public PluginHostOptions Options => new() { Folders = [Plugins], ShadowFolder = Shadows, Timeout = TimeSpan.FromSeconds(20) };

    public PluginHost Host() => new(Options);

    /// <summary>Adds a plugin of one fixture.</summary>
    public string Add(string id, string fixture, params string[] symbols) => Add(id, new AssemblySpec(id, fixture, "Part") { Symbols = symbols });

    /// <summary>Adds a plugin.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="entry">Its assembly.</param>
    /// <param name="files">Its other files, by path.</param>
    /// <param name="change">What is to be different in its manifest.</param>
    /// <param name="folder">The folder, if that is not called like the plugin.</param>
    public string Add(string id, AssemblySpec entry, Dictionary<string, byte[]>? files = null, Action<JsonObject>? change = null, string? folder = null) =>
        Write(id, entry.Name + ".dll", new(files ?? []) { [entry.Name + ".dll"] = FixtureCompiler.Compile(entry) }, change, folder);

    /// <summary>Writes a plugin's files and manifest.</summary>
    public string Write(string id, string entry, Dictionary<string, byte[]> files, Action<JsonObject>? change = null, string? folder = null)
    {
        var path = Path.Combine(Plugins, folder ?? id);
        foreach (var (name, content) in files)
        {
            var file = Path.Combine(path, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
        }

        var manifest = Manifest(id, entry, files);
        change?.Invoke(manifest);
        File.WriteAllText(Path.Combine(path, PluginManifest.FileName), manifest.ToJsonString());
        return path;
    }

    public static JsonObject Manifest(string id, string entry, IReadOnlyDictionary<string, byte[]> files) => new()
    {
        ["id"] = id,
        ["version"] = "1.0.0",
        ["title"] = "A fixture",
        ["contract"] = ">=0.1 <1.0",
        ["entry"] = entry,
        ["targetFramework"] = "net10.0",
        ["files"] = new JsonArray([.. files.Select(file => new JsonObject
        {
            ["path"] = file.Key,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(file.Value)),
        })]),
    };

    public void Dispose() => Directory.Delete(root, recursive: true);
}
