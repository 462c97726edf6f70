namespace Espalier.EndToEnd.Tests.Schema;

/// <summary>The project's plugins, loaded in this process.</summary>
public sealed class LoadedPlugins : IAsyncLifetime, IDisposable
{
    private readonly DirectoryInfo shadows = Directory.CreateTempSubdirectory("espalier-test-");
    private readonly PluginHost host;
    private PluginLease? lease;

    public LoadedPlugins()
    {
        var plugins = Path.Combine(new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!.Parent!.FullName, "plugins");
        host = new PluginHost(new PluginHostOptions { Folders = [plugins], ShadowFolder = shadows.FullName });
    }

    /// <summary>Their parts.</summary>
    public PartCatalogue Parts => lease!.Parts;

    public async Task InitializeAsync()
    {
        await host.LoadAllAsync();
        lease = host.Acquire();
    }

    public async Task DisposeAsync()
    {
        lease?.Dispose();
        await host.DisposeAsync();
    }

    public void Dispose()
    {
        lease?.Dispose();
        shadows.Delete(recursive: true);
    }
}
