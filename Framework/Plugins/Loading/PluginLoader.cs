using System.Reflection;

namespace Espalier.Plugins;

/// <summary>Makes a generation of a plugin: copy, preflight, load context, entry, registration. Whatever fails, nothing of it stays.</summary>
internal sealed class PluginLoader(PluginHostOptions options, ShadowStore shadows)
{
    /// <summary>Loads a plugin from its folder.</summary>
    /// <exception cref="PluginException">It cannot be loaded; the message says why.</exception>
    public async Task<PluginGeneration> Load(string folder, PluginManifest manifest, int number, ICollection<string> warnings)
    {
        var copy = shadows.Copy(folder, manifest, number);
        var generation = new PluginGeneration(manifest.Id, manifest.Version, number, copy);
        try
        {
            Preflight.Check(copy, manifest, warnings);
        }
        catch
        {
            ShadowStore.Remove(copy);
            throw;
        }

        await Start(generation, () => Enter(generation, Path.Combine(copy, manifest.Entry))).ConfigureAwait(false);
        return generation;
    }

    /// <summary>Takes an entry that is already in the process.</summary>
    public async Task<PluginGeneration> Load(IPluginEntry entry, string id, int number)
    {
        var version = entry.GetType().Assembly.GetName().Version?.ToString() ?? "";
        var generation = new PluginGeneration(id, version, number, copy: null);
        await Start(generation, () => Enter(generation, entry)).ConfigureAwait(false);
        return generation;
    }

    // The plugin's code runs in a task of its own: what it leaves on the flow of the call is gone afterwards, and it cannot block the host.
    private async Task Start(PluginGeneration generation, Action enter)
    {
        var entered = Task.Run(enter);
        string problem;
        try
        {
            await entered.WaitAsync(options.Timeout, options.Time).ConfigureAwait(false);
            return;
        }
        catch (TimeoutException) when (!entered.IsCompleted)
        {
            problem = $"Plugin '{generation.Id}' did not finish registering its parts within {options.Timeout.TotalSeconds:0.#} s. "
                + "An entry must only name parts: do the work when a part is made.";
            // Its code cannot be stopped: it is let go once it ends.
            _ = entered.ContinueWith(_ => Abandon(generation), TaskScheduler.Default);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            problem = error is PluginException known ? known.Message : new PluginException(generation.Id, "loading", error).Message;
            await Abandon(generation).ConfigureAwait(false);
        }

        throw new PluginException(problem);
    }

    private static async Task Abandon(PluginGeneration generation)
    {
        await generation.Stop().ConfigureAwait(false);
        generation.Drop();
        if (generation.Copy is { } copy)
        {
            ShadowStore.Remove(copy);
        }
    }

    private void Enter(PluginGeneration generation, string entryPath)
    {
        var context = new PluginLoadContext(generation.Id, entryPath);
        generation.Hold(context, Services(generation));
        var type = context.LoadEntry().GetCustomAttribute<PluginEntryAttribute>()?.Entry;
        var entry = type is not null && typeof(IPluginEntry).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is { IsPublic: true }
            ? (IPluginEntry)Activator.CreateInstance(type)!
            : throw new PluginException(
                $"Plugin '{generation.Id}': [assembly: PluginEntry] must name a class that implements {nameof(IPluginEntry)} and has a public constructor without parameters.");
        generation.Register(entry);
    }

    private void Enter(PluginGeneration generation, IPluginEntry entry)
    {
        generation.Hold(null, Services(generation));
        generation.Register(entry);
    }

    private PluginServices Services(PluginGeneration generation) => new(new PluginContext(
        generation.Id, generation.Copy ?? AppContext.BaseDirectory, new PluginLoggerFactory(options.Logs, generation.Id), options.Time, generation.Unloading));
}
