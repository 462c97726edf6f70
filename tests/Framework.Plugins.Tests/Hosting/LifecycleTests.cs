using Espalier.Framework.Plugins.Tests.Harness;

namespace Espalier.Framework.Plugins.Tests.Hosting;

/// <summary>Loading, reloading and unloading while jobs run.</summary>
public sealed class LifecycleTests
{
    [Theory]
    [InlineData("THROWS_IN_CONSTRUCTOR", "the constructor gives up")]
    [InlineData("THROWS_IN_REGISTER", "the registration gives up")]
    [InlineData("NULL_LIST", "its entry returned null")]
    [InlineData("NULL_PART", "a part with a null in it")]
    [InlineData("TWICE", "the method 'say' twice")]
    [InlineData("BAD_NAME", "'Say Something' is no name")]
    [InlineData("BAD_SCHEMA", "is no JSON")]
    [InlineData("OWN_CONTRACT", "none of the host's")]
    [InlineData("ADDS_LOGGER", "cannot add a logger provider")]
    public async Task LoadAllAsync_HostilePlugin_IsFailedAndOthersServe(string symbol, string says)
    {
        using var folders = new PluginFolders();
        folders.Add("a.hostile", "Hostile", symbol);
        folders.Add("good", "Good");
        await using var host = folders.Host();

        var plugins = await host.LoadAllAsync();

        Assert.Equal(["a.hostile", "good"], plugins.Select(plugin => plugin.Id));
        Assert.Equal([PluginState.Failed, PluginState.Loaded], plugins.Select(plugin => plugin.State));
        Assert.Contains(says, plugins[0].Error, StringComparison.Ordinal);
        Assert.Contains("'a.hostile'", plugins[0].Error, StringComparison.Ordinal);
        Assert.Equal("good", Saying.Of(host));
    }

    [Fact]
    public async Task LoadAsync_AfterAFailure_ResourcesWereReleasedAndItMayBeRepaired()
    {
        using var folders = new PluginFolders();
        folders.Add("plugin", "Hostile", "THROWS_IN_REGISTER");
        await using var host = folders.Host();
        Assert.Equal(PluginState.Failed, Assert.Single(await host.LoadAllAsync()).State);
        Assert.True(File.Exists(Path.Combine(Directory.GetDirectories(folders.Shadows).Single(), "disposed")));
        Assert.Empty(Directory.EnumerateFiles(folders.Shadows, "*.dll", SearchOption.AllDirectories));

        folders.Add("plugin", "Good");
        host.Discover();
        var repaired = await host.LoadAsync("plugin");

        Assert.Equal(PluginState.Loaded, repaired.State);
        Assert.Null(repaired.Error);
    }

    [Fact]
    public async Task LoadAllAsync_RegistrationDoesNotEnd_FailsAfterTheTimeout()
    {
        using var folders = new PluginFolders();
        folders.Add("slow", "Hostile", "SLOW");
        folders.Add("good", "Good");
        await using var host = new PluginHost(folders.Options with { Timeout = TimeSpan.FromSeconds(1) });

        var plugins = await host.LoadAllAsync();

        Assert.Contains("did not finish registering its parts within 1 s", plugins.Single(p => p.Id == "slow").Error, StringComparison.Ordinal);
        Assert.Equal("good", Saying.Of(host));
    }

    [Fact]
    public async Task UnloadAsync_JobHoldsALease_WaitsForIt()
    {
        using var folders = new PluginFolders();
        folders.Add("good", "Good");
        await using var host = folders.Host();
        await host.LoadAllAsync();
        var lease = host.Acquire();

        var unload = host.UnloadAsync("good");
        await Assert.ThrowsAsync<TaskCanceledException>(() => unload.WaitAsync(new CancellationTokenSource(100).Token));
        Assert.Equal(PluginState.Unloading, Assert.Single(host.Plugins).State);
        Assert.Equal("good", Saying.Of(lease));
        using (var later = host.Acquire())
        {
            Assert.Empty(later.Parts.Parts);
        }

        lease.Dispose();
        lease.Dispose();
        Assert.True((await unload).Collected);
        Assert.Throws<ObjectDisposedException>(() => lease.Parts);
        Assert.Equal(PluginState.Unloaded, Assert.Single(host.Plugins).State);
    }

    [Fact]
    public async Task ReloadAsync_NewVersion_RunningJobKeepsTheOldOne()
    {
        using var folders = new PluginFolders();
        folders.Add("plugin", "Good");
        await using var host = folders.Host();
        await host.LoadAllAsync();
        var job = host.Acquire();
        folders.Add("plugin", "Good", "SECOND");

        var reload = await host.ReloadAsync("plugin");

        Assert.True(reload.Replaced, reload.Error);
        Assert.Equal(2, reload.Plugin.Generation);
        Assert.Equal("first", Saying.Of(job, "say-version"));
        Assert.Equal("second", Saying.Of(host, "say-version"));
        Assert.False(reload.Former!.IsCompleted);
        job.Dispose();
        Assert.True((await reload.Former).Collected);
        Assert.Equal("second", Saying.Of(host, "say-version"));
    }

    [Fact]
    public async Task ReloadAsync_NewVersionFails_OldOneServesAndTheReasonIsSaid()
    {
        using var folders = new PluginFolders();
        var path = folders.Add("plugin", "Good");
        await using var host = folders.Host();
        await host.LoadAllAsync();

        foreach (var (spoil, says) in new (Action, string)[]
        {
            (() => folders.Add("plugin", "Hostile", "THROWS_IN_REGISTER"), "the registration gives up"),
            (() => File.WriteAllText(Path.Combine(path, "plugin.dll"), "half a file"), "is not the file"),
            (() => File.WriteAllText(Path.Combine(path, "plugin.json"), "{"), "plugin.json(1,"),
            (() => File.Delete(Path.Combine(path, "plugin.json")), "is no longer in"),
        })
        {
            spoil();
            var reload = await host.ReloadAsync("plugin");
            Assert.False(reload.Replaced);
            Assert.Contains(says, reload.Error, StringComparison.Ordinal);
            Assert.Equal(reload.Error, reload.Plugin.Error);
            Assert.Equal(PluginState.Loaded, reload.Plugin.State);
            Assert.Equal("first", Saying.Of(host, "say-version"));
        }
    }

    [Fact]
    public async Task Host_UsedFromManyThreads_StaysConsistent()
    {
        using var folders = new PluginFolders();
        string[] ids = ["a", "b", "c"];
        foreach (var id in ids)
        {
            folders.Add(id, "Good");
        }

        await using var host = new PluginHost(folders.Options with { Collections = 0 });
        await host.LoadAllAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 12; i++)
            {
                var id = ids[(worker + i) % ids.Length];
                using (var lease = host.Acquire())
                {
                    _ = host.Plugins;
                    Assert.All(lease.Parts.Names<Espalier.Methods.IPruningMethod>().Where(name => name == "say"), _ => Assert.NotEmpty(Saying.Of(lease)));
                }

                try
                {
                    _ = (worker % 3) switch
                    {
                        0 => (object)await host.LoadAsync(id),
                        1 => await host.UnloadAsync(id),
                        _ => await host.ReloadAsync(id),
                    };
                }
                catch (PluginException)
                {
                    // It was unloaded by another thread.
                }
            }
        })));

        await host.LoadAllAsync();
        Assert.All(host.Plugins, plugin => Assert.Equal(PluginState.Loaded, plugin.State));
        Assert.Equal("a", Saying.Of(host));
    }

    [Fact]
    public async Task DisposeAsync_LeaseIsHeld_EndsAllTheSame()
    {
        using var folders = new PluginFolders();
        folders.Add("good", "Good");
        var host = new PluginHost(folders.Options with { Timeout = TimeSpan.FromSeconds(1) });
        await host.LoadAllAsync();
        using var lease = host.Acquire();

        await host.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(host.Acquire);
        Assert.Equal("good", Saying.Of(lease));
    }

    [Fact]
    public async Task AddAsync_EntryOfTheHostProgram_ServesLikeAPlugin()
    {
        using var folders = new PluginFolders();
        folders.Add("built.in", "Good");
        await using var host = folders.Host();
        Assert.Equal(PluginState.Loaded, (await host.AddAsync(new BuiltIn(), "built.in")).State);

        var plugins = await host.LoadAllAsync();

        Assert.Equal([PluginState.Loaded, PluginState.Failed], plugins.Select(plugin => plugin.State));
        Assert.Contains("the host program has its own", plugins[1].Error, StringComparison.Ordinal);
        Assert.Equal("built.in", Saying.Of(host));
        Assert.False((await host.ReloadAsync("built.in")).Replaced);
        var report = await host.UnloadAsync("built.in");
        Assert.Contains("part of the host program", Assert.Single(report.Suspects), StringComparison.Ordinal);
    }
}
