using System.Text.Json.Nodes;
using Espalier.Framework.Plugins.Tests.Harness;

namespace Espalier.Framework.Plugins.Tests.Hosting;

/// <summary>Which folders are plugins, in which order they come, and what stands in their way.</summary>
public sealed class DiscoveryTests
{
    [Fact]
    public void Discover_HiddenAndUnfinishedFolders_AreLeftOut()
    {
        using var folders = new PluginFolders();
        folders.Add("good", "Good");
        folders.Add("hidden", new AssemblySpec("hidden", "Good", "Part"), folder: ".hidden");
        File.Delete(Path.Combine(folders.Add("unfinished", "Good"), "plugin.json"));
        var host = folders.Host();

        var plugin = Assert.Single(host.Discover());

        Assert.Equal(("good", PluginState.Discovered, "1.0.0", "A fixture"), (plugin.Id, plugin.State, plugin.Version, plugin.Title));
    }

    [Fact]
    public async Task Discover_UnreadableManifest_IsFailedUnderTheFoldersName()
    {
        using var folders = new PluginFolders();
        await File.WriteAllTextAsync(Path.Combine(folders.Add("broken", "Good"), "plugin.json"), "{ \"id\": 5 }");
        await using var host = folders.Host();

        var plugin = Assert.Single(await host.LoadAllAsync());

        Assert.Equal(("broken", PluginState.Failed), (plugin.Id, plugin.State));
        Assert.Contains("plugin.json(1,", plugin.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAllAsync_SameIdTwice_HigherVersionServesAndTheOtherIsNamed()
    {
        using var folders = new PluginFolders();
        Add(folders, "z", "1.9.0");
        Add(folders, "a", "1.10.0");
        Add(folders, "b", "1.10.0");
        await using var host = folders.Host();

        var plugins = await host.LoadAllAsync();

        Assert.Equal(["a", "b", "z"], plugins.Select(plugin => Path.GetFileName(plugin.Folder)));
        Assert.Equal([PluginState.Loaded, PluginState.Failed, PluginState.Failed], plugins.Select(plugin => plugin.State));
        Assert.All(plugins.Skip(1), plugin => Assert.Contains($"{plugins[0].Folder} has version 1.10.0", plugin.Error, StringComparison.Ordinal));

        static void Add(PluginFolders folders, string folder, string version) =>
            folders.Add("twin", new AssemblySpec("twin", "Good", "Part"), change: manifest => manifest["version"] = version, folder: folder);
    }

    [Fact]
    public async Task LoadAllAsync_Dependencies_ComeFirstWhateverTheirNames()
    {
        using var folders = new PluginFolders();
        Add(folders, "a", ["m"]);
        Add(folders, "m", ["z"]);
        Add(folders, "z", []);
        var order = new List<string>();
        await using var host = new PluginHost(folders.Options with { Logs = new ListLogger(order) });

        await host.LoadAllAsync();

        Assert.Equal(["z", "m", "a"], order.Where(line => line.Contains("is loaded", StringComparison.Ordinal)).Select(line => line.Split('\'')[1]));
        var error = await Assert.ThrowsAsync<PluginException>(() => host.UnloadAsync("z"));
        Assert.Contains("needed by 'm'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_OnePlugin_LoadsWhatItNeedsAndNoMore()
    {
        using var folders = new PluginFolders();
        Add(folders, "a", ["z"]);
        Add(folders, "other", []);
        Add(folders, "z", []);
        await using var host = folders.Host();

        Assert.Equal(PluginState.Loaded, (await host.LoadAsync("a")).State);

        Assert.Equal([PluginState.Loaded, PluginState.Discovered, PluginState.Loaded], host.Plugins.Select(plugin => plugin.State));
        Assert.Contains("There are: a, other, z", (await Assert.ThrowsAsync<PluginException>(() => host.LoadAsync("b"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAllAsync_DependencyMissingOrFailed_IsNamed()
    {
        using var folders = new PluginFolders();
        Add(folders, "a", ["missing"]);
        Add(folders, "b", ["a"]);
        Add(folders, "c", [], optional: ["missing"]);
        await using var host = folders.Host();

        var plugins = await host.LoadAllAsync();

        Assert.Contains("'a' needs plugin 'missing', which is not installed", plugins[0].Error, StringComparison.Ordinal);
        Assert.Contains("'b' needs plugin 'a', which is failed", plugins[1].Error, StringComparison.Ordinal);
        Assert.Equal(PluginState.Loaded, plugins[2].State);
    }

    [Fact]
    public async Task LoadAllAsync_CircleOfDependencies_IsNamedInFull()
    {
        using var folders = new PluginFolders();
        Add(folders, "a", ["b"]);
        Add(folders, "b", ["c"]);
        Add(folders, "c", ["b"]);
        Add(folders, "d", ["e"]);
        Add(folders, "e", [], optional: ["d"]);
        await using var host = folders.Host();

        var plugins = await host.LoadAllAsync();

        Assert.Contains("needs plugin 'b'", plugins[0].Error, StringComparison.Ordinal);
        Assert.All(plugins.Skip(1).Take(2), plugin => Assert.Contains("b -> c -> b", plugin.Error, StringComparison.Ordinal));
        Assert.All(plugins.Skip(3), plugin => Assert.Equal(PluginState.Loaded, plugin.State));
    }

    [Fact]
    public async Task LoadAllAsync_Disabled_IsNotLoaded()
    {
        using var folders = new PluginFolders();
        folders.Add("good", "Good");
        await using var host = new PluginHost(folders.Options with { Disabled = ["good"] });

        Assert.Equal(PluginState.Disabled, Assert.Single(await host.LoadAllAsync()).State);
        Assert.Equal(PluginState.Disabled, (await host.LoadAsync("good")).State);
    }

    private static void Add(PluginFolders folders, string id, string[] dependencies, string[]? optional = null) =>
        folders.Add(id, new AssemblySpec(id, "Good", "Part"), change: manifest => manifest["dependencies"] = new JsonArray(
        [
            .. dependencies.Select(dependency => new JsonObject { ["id"] = dependency }),
            .. (optional ?? []).Select(dependency => new JsonObject { ["id"] = dependency, ["optional"] = true }),
        ]));
}
