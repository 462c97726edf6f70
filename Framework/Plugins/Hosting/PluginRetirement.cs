namespace Espalier.Plugins;

/// <summary>Lets a generation go: after its last lease it is told, its services are disposed of, its code is dropped, and that it is gone is proven.</summary>
internal static class PluginRetirement
{
    /// <param name="generation">The generation; it gets no more leases.</param>
    /// <param name="options">The host's.</param>
    /// <param name="prove">Whether to collect garbage until it is gone.</param>
    public static async Task<UnloadReport> Run(PluginGeneration generation, PluginHostOptions options, bool prove)
    {
        await generation.Retire().ConfigureAwait(false);
        var errors = await Stop(generation, options).ConfigureAwait(false);
        var (collected, collections, suspects) = generation.Drop() is { } weak
            ? await Prove(weak, generation.Copy!, options, prove).ConfigureAwait(false)
            : (false, 0, ["it is part of the host program, whose code stays"]);
        if (generation.Copy is { } copy)
        {
            ShadowStore.Remove(copy);
        }

        return new UnloadReport(generation.Id, generation.Version, generation.Number, collected, collections, errors, [.. suspects]);
    }

    private static async Task<IReadOnlyList<string>> Stop(PluginGeneration generation, PluginHostOptions options)
    {
        try
        {
            return await Task.Run(generation.Stop).WaitAsync(options.Timeout, options.Time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return [$"its services were not disposed of within {options.Timeout.TotalSeconds:0.#} s"];
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return [$"{error.GetType().Name}: {error.Message}"];
        }
    }

    private static async Task<(bool, int, IReadOnlyList<string>)> Prove(WeakReference weak, string copy, PluginHostOptions options, bool prove)
    {
        var (collected, collections) = await UnloadProbe.Wait(weak, prove ? options.Collections : 0, options.Time).ConfigureAwait(false);
        if (collected || !prove)
        {
            return (collected, collections, []);
        }

        var hints = LeakHints.Find(copy);
        return (false, collections, hints.Count > 0 ? hints : ["a static field or event of the host's, or a running thread of the plugin's, that refers to its objects or code"]);
    }
}
