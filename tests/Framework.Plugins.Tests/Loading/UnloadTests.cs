using System.Runtime.CompilerServices;
using Espalier.Framework.Plugins.Tests.Harness;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Models;

namespace Espalier.Framework.Plugins.Tests.Loading;

/// <summary>A plugin that was used is gone from memory once it is unloaded; one that cannot go is named with what may hold it.</summary>
public sealed class UnloadTests
{
    private static string ModelsAssembly => Path.Combine(BuiltPlugins.Folder, "espalier.models", "Espalier.Plugins.Models.dll");

    [Fact]
    public async Task UnloadAsync_AfterTrainingAndPruning_BothPluginsAreCollected()
    {
        using var folders = new PluginFolders();
        var library = await File.ReadAllBytesAsync(ModelsAssembly);
        folders.Add("fixture.models", new AssemblySpec("fixture.models", "Models") { References = [library] }, new() { ["Espalier.Plugins.Models.dll"] = library });
        folders.Add("fixture.trainer", new AssemblySpec("fixture.trainer", "Trainer"));
        await using var host = folders.Host();
        Assert.All(await host.LoadAllAsync(), plugin => Assert.Null(plugin.Error));

        Assert.Contains("slices", RunJob(host), StringComparison.Ordinal);

        var trainer = await host.UnloadAsync("fixture.trainer");
        var models = await host.UnloadAsync("fixture.models");
        Assert.True(trainer.Collected, trainer.ToString());
        Assert.True(models.Collected, models.ToString());
    }

    [Fact]
    public async Task UnloadAsync_PluginUnused_IsCollectedAndItsCopyIsGone()
    {
        using var folders = new PluginFolders();
        folders.Add("good", "Good");
        await using var host = folders.Host();
        await host.LoadAllAsync();
        Assert.Equal("good", Saying.Of(host));

        var report = await host.UnloadAsync("good");

        Assert.True(report.Collected, report.ToString());
        Assert.Empty(report.Errors);
        Assert.Empty(Directory.EnumerateFiles(folders.Shadows, "*.dll", SearchOption.AllDirectories));
        Assert.Equal(PluginState.Unloaded, Assert.Single(host.Plugins).State);
    }

    [Fact]
    public async Task UnloadAsync_PluginLeftAHandler_ReportNamesTheEvent()
    {
        using var folders = new PluginFolders();
        folders.Add("leaks", "Hostile", "STATIC_EVENT");
        await using var host = new PluginHost(folders.Options with { Collections = 4 });
        await host.LoadAllAsync();

        var report = await host.UnloadAsync("leaks");

        Assert.False(report.Collected);
        Assert.Equal(4, report.Collections);
        Assert.Contains(report.Suspects, suspect => suspect.Contains("System.AppDomain.ProcessExit", StringComparison.Ordinal));
        Assert.Contains("still in memory", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnloadAsync_Services_AreDisposedOfLastMadeFirst()
    {
        using var folders = new PluginFolders();
        var log = folders["log"];
        Environment.SetEnvironmentVariable("FIXTURE_LOG", log);
        folders.Add("services", "Services");
        await using var host = folders.Host();
        await host.LoadAllAsync();
        Assert.Equal("Second", Saying.Of(host));

        var report = await host.UnloadAsync("services");

        Assert.Equal("unloading second first ", await File.ReadAllTextAsync(log));
        Assert.True(report.Collected, report.ToString());
    }

    [Fact]
    public async Task UnloadAsync_CleanUpThrows_ReportHasTheErrorsAndItIsCollected()
    {
        using var folders = new PluginFolders();
        folders.Add("untidy", "Hostile", "BAD_DISPOSE");
        await using var host = folders.Host();
        await host.LoadAllAsync();

        var report = await host.UnloadAsync("untidy");

        Assert.Equal(["InvalidOperationException: the token gives up", "InvalidOperationException: the service gives up"], report.Errors);
        Assert.True(report.Collected, report.ToString());
    }

    [Fact]
    public async Task LoadAndUnload_HundredTimes_NothingPilesUp()
    {
        using var folders = new PluginFolders();
        folders.Add("good", "Good");
        await using var host = folders.Host();
        await host.LoadAllAsync();
        await host.UnloadAsync("good");
        var (assemblies, memory) = (AppDomain.CurrentDomain.GetAssemblies().Length, GC.GetTotalMemory(forceFullCollection: true));

        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(PluginState.Loaded, (await host.LoadAsync("good")).State);
            Assert.Equal("first", Saying.Of(host, "say-version"));
            Assert.True((await host.UnloadAsync("good")).Collected);
        }

        Assert.True(AppDomain.CurrentDomain.GetAssemblies().Length <= assemblies, "assemblies pile up");
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - memory, long.MinValue, 2 << 20);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string RunJob(PluginHost host)
    {
        using var lease = host.Acquire();
        var instance = lease.Parts.Create(new Part<IModelFamily>("tiny")).Create(new ModelRequest());
        using var module = instance.Module;
        var context = new MethodContext(TracedModel.Trace(module, [.. instance.Inputs])) { Parts = lease.Parts };
        return lease.Parts.Create(new Part<IPruningMethod>("train-and-prune")).Run(context, CancellationToken.None).Summary;
    }
}
