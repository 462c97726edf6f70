using System.Text;
using System.Text.Json.Nodes;
using Espalier.Framework.Plugins.Tests.Harness;

namespace Espalier.Framework.Plugins.Tests.Manifests;

/// <summary>plugin.json: what it says is checked field by field, and what is wrong is said with file, place, cause and way out.</summary>
public sealed class ManifestTests
{
    private static readonly string Hash = new('a', 64);

    public static TheoryData<string, string?, string> Wrong => new()
    {
        { "id", null, "'id' is missing" },
        { "id", "\"Acme Plugin\"", "'id' is 'Acme Plugin'" },
        { "id", "\"../acme\"", "lower case words" },
        { "id", $"\"{new string('a', 101)}\"", "at most 100" },
        { "version", "\"one\"", "'version' is 'one'" },
        { "version", "\"99999999999.0\"", "'version'" },
        { "title", "\"  \"", "'title'" },
        { "contract", "\"latest\"", "'contract' is 'latest'" },
        { "entry", "\"/etc/passwd\"", "inside the plugin's folder" },
        { "entry", "\"../other/a.dll\"", "inside the plugin's folder" },
        { "entry", "\"lib/../../a.dll\"", "inside the plugin's folder" },
        { "entry", "\"C:/a.dll\"", "inside the plugin's folder" },
        { "entry", "\"lib\\\\a.dll\"", "inside the plugin's folder" },
        { "entry", "\"a\\u0000.dll\"", "inside the plugin's folder" },
        { "entry", "\"b.dll\"", "one of the files that \"files\" lists" },
        { "targetFramework", "\"java\"", "'targetFramework' is 'java'" },
        { "dependencies", "[{}]", "'dependencies[0].id' is missing" },
        { "dependencies", "[null]", "'dependencies[0].id' is missing" },
        { "dependencies", "[{\"id\": \"acme.magnitude\"}]", "the id of another plugin" },
        { "capabilities", "[\"Native Code\"]", "'capabilities[0]'" },
        { "files", null, "'files' is missing" },
        { "files", "[]", "'files' is '0 files'" },
        { "files", "[null]", "'files[0].path' is missing" },
        { "files", $"[{{\"path\": \"..\", \"sha256\": \"{new string('a', 64)}\"}}]", "'files[0].path' is '..'" },
        { "files", "[{\"path\": \"a.dll\", \"sha256\": \"12\"}]", "64 hexadecimal digits" },
        { "files", $"[{{\"path\": \"a.dll\", \"sha256\": \"{new string('a', 64)}\"}}, {{\"path\": \"A.dll\", \"sha256\": \"{new string('a', 64)}\"}}]", "'files[1].path' is 'A.dll'" },
        { "files", "7", "(1," },
    };

    [Fact]
    public void Parse_ValidManifest_HasAllThatIsWritten()
    {
        var warnings = new List<string>();
        var manifest = Parse(Valid().ToJsonString(), warnings);

        Assert.Equal(("acme.magnitude", "1.2.0-beta.1", "Magnitude", ">=0.1 <1.0"), (manifest.Id, manifest.Version, manifest.Title, manifest.Contract.Text));
        Assert.Equal(("a.dll", "net10.0"), (manifest.Entry, manifest.TargetFramework));
        Assert.Equal([new PluginDependency("acme.base", false), new PluginDependency("acme.more", true)], manifest.Dependencies);
        Assert.Equal(["native"], manifest.Capabilities);
        Assert.Equal([new PluginFile("a.dll", Hash), new PluginFile("de/a.resources.dll", Hash)], manifest.Files);
        Assert.Empty(warnings);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Parse_WrongField_IsNamedWithFileAndWayOut(string field, string? json, string says)
    {
        var manifest = Valid();
        manifest.Remove(field);
        if (json is not null)
        {
            manifest[field] = JsonNode.Parse(json);
        }

        var error = Assert.Throws<PluginException>(() => Parse(manifest.ToJsonString(), []));

        Assert.StartsWith("folder/plugin.json", error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Correct it, or build the plugin again.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ \"id\": \"a\", }")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{ \"id\": \"a\", \"id\": \"b\" }")]
    [InlineData("{ \"id\": \"\\ud800\" }")]
    [InlineData("{ \"\\ud800\": 1 }")]
    public void Parse_NoManifest_IsOneError(string json)
    {
        var error = Assert.Throws<PluginException>(() => Parse(json, []));
        Assert.StartsWith("folder/plugin.json", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Parse_UnknownFields_AreWarnedOf()
    {
        var manifest = Valid();
        manifest["licence"] = "MIT";
        manifest["files"]![0]!["size"] = 3;
        var warnings = new List<string>();

        Parse(manifest.ToJsonString(), warnings);

        Assert.Equal(2, warnings.Count);
        Assert.Contains("folder/plugin.json: 'licence' is no field", warnings[0], StringComparison.Ordinal);
        Assert.Contains("'files[0].size'", warnings[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_ByteOrderMark_IsSkipped() => Assert.Equal("acme.magnitude", Parse("\uFEFF" + Valid().ToJsonString(), []).Id);

    [Fact]
    public void Read_FileTooLarge_IsRefusedWithoutReadingItAll()
    {
        using var folders = new PluginFolders();
        var file = folders["plugin.json"];
        using (var stream = File.Create(file))
        {
            stream.SetLength(1L << 32);
        }

        var error = Assert.Throws<PluginException>(() => PluginManifestReader.Read(file, []));
        Assert.Contains("at most 1 MiB", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoFile_IsSaid()
    {
        using var folders = new PluginFolders();
        var error = Assert.Throws<PluginException>(() => PluginManifestReader.Read(folders["plugin.json"], []));
        Assert.Contains("cannot be read", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ManifestThatTheBuildWrote_HasNoWarningAndItsHashesFit()
    {
        var folder = Path.Combine(BuiltPlugins.Folder, "espalier.models");
        var warnings = new List<string>();

        var manifest = PluginManifestReader.Read(Path.Combine(folder, PluginManifest.FileName), warnings);

        Assert.Empty(warnings);
        Assert.Equal(("espalier.models", "Espalier.Plugins.Models.dll"), (manifest.Id, manifest.Entry));
        Assert.Equal(
            Directory.EnumerateFiles(folder).Select(Path.GetFileName).Where(name => name != PluginManifest.FileName).Order(StringComparer.Ordinal),
            manifest.Files.Select(file => file.Path).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(manifest.Files, file => file.Path is "Espalier.Framework.dll" or "TorchSharp.dll");
        Assert.All(manifest.Files, file => Assert.Equal(
            Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file.Path)))), file.Sha256, ignoreCase: true));
    }

    private static PluginManifest Parse(string json, List<string> warnings) => PluginManifestReader.Parse(Encoding.UTF8.GetBytes(json), "folder/plugin.json", warnings);

    private static JsonObject Valid() => new()
    {
        ["id"] = "acme.magnitude",
        ["version"] = "1.2.0-beta.1",
        ["title"] = "Magnitude",
        ["contract"] = ">=0.1 <1.0",
        ["entry"] = "a.dll",
        ["targetFramework"] = "net10.0",
        ["dependencies"] = JsonNode.Parse("""[{ "id": "acme.base" }, { "id": "acme.more", "optional": true }]"""),
        ["capabilities"] = new JsonArray("native"),
        ["files"] = new JsonArray(Entry("a.dll"), Entry("de/a.resources.dll")),
    };

    private static JsonObject Entry(string path) => new() { ["path"] = path, ["sha256"] = Hash };
}
