using System.Runtime.CompilerServices;
using Espalier.Criteria;
using Espalier.Framework.Plugins.Tests.Harness;
using Espalier.Patterns;

namespace Espalier.Framework.Plugins.Tests.Loading;

/// <summary>The project's own plugins, from the folders that the build leaves, with the entries that the generator wrote.</summary>
public sealed class BuiltPluginTests
{
    [Fact]
    public async Task LoadAllAsync_OwnPlugins_ServeAndGo()
    {
        using var folders = new PluginFolders();
        string[] ids = ["espalier.criteria", "espalier.patterns"];
        await using var host = new PluginHost(folders.Options with { Folders = [.. ids.Select(id => Path.Combine(BuiltPlugins.Folder, id))] });

        var plugins = await host.LoadAllAsync();

        Assert.Equal(ids, plugins.Select(plugin => plugin.Id));
        Assert.All(plugins, plugin => Assert.True(plugin is { State: PluginState.Loaded, Error: null, Warnings.Count: 0, Parts.Count: > 0 }, plugin.ToString()));
        Use(host);
        foreach (var id in ids)
        {
            var report = await host.UnloadAsync(id);
            Assert.True(report.Collected, report.ToString());
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Use(PluginHost host)
    {
        using var lease = host.Acquire();
        Assert.Empty(lease.Parts.Duplicates);
        Assert.Equal("espalier.criteria", lease.Parts.PluginOf(lease.Parts.Create(new Part<IImportanceCriterion>("l1"))));
        Assert.NotEmpty(lease.Parts.Names<ISparsityPattern>());
    }
}
