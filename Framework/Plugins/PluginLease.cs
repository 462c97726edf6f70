namespace Espalier.Plugins;

/// <summary>
/// Keeps the plugins that were loaded when it was taken, until it is disposed of: a job takes one, and neither reload nor unload changes what it works with.
/// Whoever holds one must let go of everything that came from plugins before, or they stay in memory.
/// </summary>
public sealed class PluginLease : IDisposable
{
    private readonly Lock gate = new();
    private PartCatalogue? parts;
    private IReadOnlyList<PluginGeneration> generations;

    internal PluginLease(IReadOnlyList<PluginGeneration> generations)
    {
        this.generations = generations;
        parts = new PartCatalogue(generations);
    }

    /// <summary>The parts of the plugins.</summary>
    /// <exception cref="ObjectDisposedException">The lease was given back.</exception>
    public PartCatalogue Parts => parts ?? throw new ObjectDisposedException(nameof(PluginLease), "The lease on the plugins was given back.");

    /// <inheritdoc/>
    public void Dispose()
    {
        IReadOnlyList<PluginGeneration> held;
        lock (gate)
        {
            (held, generations) = (generations, []);
            parts?.Clear();
            parts = null;
        }

        foreach (var generation in held)
        {
            generation.Return();
        }
    }
}
