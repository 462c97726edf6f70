using Microsoft.Extensions.Logging;

namespace Espalier.Plugins;

/// <summary>
/// Finds, loads, replaces and unloads plugins while jobs run. A job takes a lease and works with what was loaded then. Whatever a plugin does wrong while it is
/// loaded or unloaded becomes its <see cref="PluginInfo.Error"/>; the host and the other plugins go on. All members may be called from any thread.
/// </summary>
public sealed class PluginHost : IAsyncDisposable
{
    private readonly PluginHostOptions options;
    private readonly ILogger log;
    private readonly ShadowStore shadows;
    private readonly PluginLoader loader;
    private readonly PluginTable table;
    // One plugin is loaded at a time; waiting for leases is done outside.
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>A host that knows no plugin yet.</summary>
    public PluginHost(PluginHostOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        log = options.Logs.CreateLogger("Espalier.Plugins");
        shadows = new ShadowStore(options.ShadowFolder);
        loader = new PluginLoader(options, shadows);
        table = new PluginTable(options.Disabled);
    }

    /// <summary>The plugins as they stand, in their order: those of the host program, then by folder and id.</summary>
    public IReadOnlyList<PluginInfo> Plugins => table.Infos();

    /// <summary>Looks for plugins. What is loaded stays as it is.</summary>
    /// <returns>All plugins, those that cannot be loaded with the reason.</returns>
    public IReadOnlyList<PluginInfo> Discover()
    {
        table.Update(PluginDiscovery.Find(options.Folders));
        return Plugins;
    }

    /// <summary>Finds and loads all plugins, each after those that it depends on. One that fails is left out.</summary>
    public async Task<IReadOnlyList<PluginInfo>> LoadAllAsync(CancellationToken cancellationToken = default)
    {
        Discover();
        await LoadInOrder(table.Loadable(), cancellationToken).ConfigureAwait(false);
        return Plugins;
    }

    /// <summary>Loads one plugin, and first those that it depends on.</summary>
    /// <exception cref="PluginException">There is no such plugin.</exception>
    public async Task<PluginInfo> LoadAsync(string id, CancellationToken cancellationToken = default)
    {
        if (!table.Contains(id))
        {
            Discover();
        }

        var wanted = table.Get(id);
        await LoadInOrder(table.Loadable(wanted), cancellationToken).ConfigureAwait(false);
        return table.Info(wanted);
    }

    /// <summary>Adds a plugin that is part of the host program, for hosts that cannot or will not load assemblies.</summary>
    /// <param name="entry">Its entry.</param>
    /// <param name="id">Its id.</param>
    /// <exception cref="PluginException">There is a plugin of that id.</exception>
    public async Task<PluginInfo> AddAsync(IPluginEntry entry, string id)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var slot = table.Add(id);
        try
        {
            table.Serve(slot, await loader.Load(entry, id, 1).ConfigureAwait(false), []);
        }
        catch (PluginException error)
        {
            table.Fail(slot, error.Message, []);
        }

        return table.Info(slot);
    }

    /// <summary>Takes a lease on everything that is loaded now.</summary>
    public PluginLease Acquire()
    {
        var lease = table.Lease();
        foreach (var duplicate in lease.Parts.Duplicates)
        {
            PluginLog.Duplicate(log, duplicate);
        }

        return lease;
    }

    /// <summary>Unloads a plugin: new leases come without it; once the last lease on it is given back, it goes.</summary>
    /// <param name="id">The plugin.</param>
    /// <param name="cancellationToken">Ends the wait; the plugin goes all the same.</param>
    /// <returns>Whether it is gone from memory, and if not, what may hold it.</returns>
    /// <exception cref="PluginException">It is not loaded, or loaded plugins depend on it.</exception>
    public Task<UnloadReport> UnloadAsync(string id, CancellationToken cancellationToken = default)
    {
        var (slot, generation) = table.TakeOut(id);
        return Retire(slot, generation).WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Replaces a plugin by what its folder holds now. The new generation is loaded and checked first; if that fails, the former one goes on serving.
    /// </summary>
    /// <param name="id">The plugin.</param>
    /// <param name="cancellationToken">Ends the wait for other plugins that are being loaded.</param>
    /// <exception cref="PluginException">There is no such plugin, or it is part of the host program.</exception>
    public async Task<ReloadReport> ReloadAsync(string id, CancellationToken cancellationToken = default)
    {
        Discover();
        var slot = table.Get(id);
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var warnings = new List<string>();
            try
            {
                var (found, number) = table.Candidate(slot);
                table.CheckDependencies(found.Manifest!);
                var next = await loader.Load(found.Folder, found.Manifest!, number, warnings).ConfigureAwait(false);
                var former = table.Serve(slot, next, warnings);
                PluginLog.Loaded(log, id, next.Version, next.Number, next.Parts.Count);
                return new ReloadReport(table.Info(slot), true, null, former is null ? null : Retire(null, former));
            }
            catch (PluginException error)
            {
                PluginLog.ReloadFailed(log, id, error.Message);
                table.Fail(slot, error.Message, warnings);
                return new ReloadReport(table.Info(slot), false, error.Message, null);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Unloads everything. Jobs that still hold leases are waited for as long as a plugin may take to clean up.</summary>
    public async ValueTask DisposeAsync()
    {
        // A plugin that is being loaded is loaded first: it could not be let go halfway.
        await turn.WaitAsync().ConfigureAwait(false);
        var going = table.TakeOutAll().Select(generation => PluginRetirement.Run(generation, options, prove: false)).ToArray();
        try
        {
            await Task.WhenAll(going).WaitAsync(options.Timeout, options.Time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            PluginLog.StillLeased(log, options.Timeout.TotalSeconds);
        }

        shadows.Dispose();
        turn.Release();
    }

    private async Task LoadInOrder(IReadOnlyList<PluginSlot> wanted, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var slots = wanted.Where(table.Begin).ToDictionary(slot => slot.Id);
            foreach (var (manifest, circle) in LoadOrder.Of([.. slots.Values.Select(slot => slot.Found.Manifest!)]))
            {
                await LoadOne(slots[manifest.Id], manifest, circle).ConfigureAwait(false);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task LoadOne(PluginSlot slot, PluginManifest manifest, string? circle)
    {
        var warnings = new List<string>();
        try
        {
            if (circle is not null)
            {
                throw new PluginException($"Plugin '{manifest.Id}' depends on itself: {circle}. Make one of these dependencies optional, or remove it.");
            }

            table.CheckDependencies(manifest);
            var (found, number) = table.Candidate(slot);
            var generation = await loader.Load(found.Folder, manifest, number, warnings).ConfigureAwait(false);
            table.Serve(slot, generation, warnings);
            PluginLog.Loaded(log, generation.Id, generation.Version, generation.Number, generation.Parts.Count);
        }
        catch (PluginException error)
        {
            PluginLog.Failed(log, manifest.Id, error.Message);
            table.Fail(slot, error.Message, warnings);
        }
    }

    private async Task<UnloadReport> Retire(PluginSlot? slot, PluginGeneration generation)
    {
        var report = await PluginRetirement.Run(generation, options, prove: true).ConfigureAwait(false);
        if (slot is not null)
        {
            table.Gone(slot, generation);
        }

        PluginLog.Unloaded(log, report.ToString());
        return report;
    }
}
