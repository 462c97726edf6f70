using System.Globalization;
using System.Resources;
using System.Runtime.InteropServices;
using System.Text;
using Espalier.Framework.Plugins.Tests.Harness;
using Espalier.Methods;
using Microsoft.CodeAnalysis;

namespace Espalier.Framework.Plugins.Tests.Loading;

/// <summary>What a plugin has for itself and what it shares with the host.</summary>
public sealed class IsolationTests
{
    [Fact]
    public async Task Load_TwoVersionsOfALibrary_EachPluginHasItsOwn()
    {
        using var folders = new PluginFolders();
        AddUser(folders, "one", "1.0.0.0");
        AddUser(folders, "two", "2.5.0.0");
        await using var host = folders.Host();
        await host.LoadAllAsync();

        Assert.Equal("1.0.0.0", Saying.Of(host, "one"));
        Assert.Equal("2.5.0.0", Saying.Of(host, "two"));
    }

    [Fact]
    public async Task Create_PartOfAPlugin_HasTheHostsContract()
    {
        using var folders = new PluginFolders();
        folders.Add("good", "Good");
        await using var host = folders.Host();
        await host.LoadAllAsync();
        using var lease = host.Acquire();

        var part = lease.Parts.Create(new Part<IPruningMethod>("say"));

        Assert.NotEqual(typeof(IsolationTests).Assembly, part.GetType().Assembly);
        Assert.Equal("good", lease.Parts.PluginOf(part));
        Assert.Null(lease.Parts.PluginOf("another object"));
    }

    [Fact]
    public async Task Load_NativeLibraryAndSatellite_AreFoundInThePlugin()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // .NET has no native library there that exports a function as simple.
        }

        using var folders = new PluginFolders();
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var library = Directory.EnumerateFiles(runtime, "libSystem.Native.*").Single(file => !file.EndsWith(".a", StringComparison.Ordinal) && !file.EndsWith(".dbg", StringComparison.Ordinal));
        var native = $"runtimes/{RuntimeInformation.RuntimeIdentifier}/native/libfixture{Path.GetExtension(library)}";
        var satellite = new AssemblySpec("native.resources")
        {
            Sources = ["""[assembly: System.Reflection.AssemblyCulture("de")]"""],
            Resources = [Texts("Texts.de.resources", "Guten Tag")],
        };
        folders.Add("native", new AssemblySpec("native", "UsesNative", "Part") { Resources = [Texts("Texts.resources", "Good day")] }, new()
        {
            [native] = await File.ReadAllBytesAsync(library),
            ["de/native.resources.dll"] = FixtureCompiler.Compile(satellite),
            ["native.deps.json"] = Encoding.UTF8.GetBytes(Dependencies(native)),
        });
        await using var host = folders.Host();
        await host.LoadAllAsync();

        Assert.Equal(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), Saying.Of(host, "pid"));
        Assert.Equal("Guten Tag", Saying.Of(host, "greet"));
    }

    [Fact]
    public async Task Load_FilesCanBeReplacedWhileItIsLoaded()
    {
        using var folders = new PluginFolders();
        var path = folders.Add("good", "Good");
        await using var host = folders.Host();
        await host.LoadAllAsync();

        File.Delete(Path.Combine(path, "good.dll"));
        Directory.Delete(path, recursive: true);

        Assert.Equal("good", Saying.Of(host));
    }

    [Fact]
    public async Task Host_CopiesOfADeadProcess_AreRemoved()
    {
        using var folders = new PluginFolders();
        var dead = Directory.CreateDirectory(Path.Combine(folders.Shadows, "dead")).FullName;
        await File.WriteAllTextAsync(Path.Combine(dead, ".lock"), "");
        await using var alive = folders.Host();
        var before = Directory.GetDirectories(folders.Shadows);

        await using var host = folders.Host();

        Assert.False(Directory.Exists(dead));
        Assert.All(before, folder => Assert.True(Directory.Exists(folder)));
    }

    private static void AddUser(PluginFolders folders, string id, string version)
    {
        var library = FixtureCompiler.Compile(new AssemblySpec("The.Library", "Library") { Version = version });
        folders.Add(id, new AssemblySpec(id, "UsesLibrary", "Part") { References = [library] }, new() { ["The.Library.dll"] = library });
    }

    private static ResourceDescription Texts(string name, string greeting) => new(name, () =>
    {
        using var stream = new MemoryStream();
        using var writer = new ResourceWriter(stream);
        writer.AddResource("Greeting", greeting);
        writer.Generate();
        return new MemoryStream(stream.ToArray());
    }, isPublic: true);

    private static string Dependencies(string native) => $$"""
        {
          "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" },
          "targets": {
            ".NETCoreApp,Version=v10.0": {
              "native/1.0.0": {
                "runtime": { "native.dll": {} },
                "resources": { "de/native.resources.dll": { "locale": "de" } },
                "runtimeTargets": { "{{native}}": { "rid": "{{RuntimeInformation.RuntimeIdentifier}}", "assetType": "native" } }
              }
            }
          },
          "libraries": { "native/1.0.0": { "type": "project", "serviceable": false, "sha512": "" } }
        }
        """;
}
