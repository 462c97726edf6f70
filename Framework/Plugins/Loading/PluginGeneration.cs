using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Espalier.Plugins;

/// <summary>
/// One loading of a plugin. It alone holds what the host has of the plugin's code; <see cref="Drop"/> lets go of all of it.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "It is disposed of by Drop, which says more.")]
internal sealed class PluginGeneration(string id, string version, int number, string? copy)
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource unloading = new();
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PluginLoadContext? context;
    private PluginServices? services;
    private IReadOnlyList<PartRegistration> parts = [];
    private int leases;
    private bool retired;

    public string Id => id;

    public string Version => version;

    public int Number => number;

    /// <summary>The folder of its files; null if it has none.</summary>
    public string? Copy => copy;

    public IReadOnlyList<PartRegistration> Parts => parts;

    /// <summary>Cancelled when it is about to go.</summary>
    public CancellationToken Unloading => unloading.Token;

    /// <summary>How many jobs hold it.</summary>
    public int Leases
    {
        get
        {
            lock (gate)
            {
                return leases;
            }
        }
    }

    public void Hold(PluginLoadContext? loadContext, PluginServices container) => (context, services) = (loadContext, container);

    public void Register(IPluginEntry entry)
    {
        var registrations = entry.Register(services!);
        PartCheck.Check(id, registrations);
        parts = [.. registrations];
    }

    /// <summary>Keeps it until <see cref="Return"/>; false if it is going.</summary>
    public bool TryLease()
    {
        lock (gate)
        {
            leases += retired ? 0 : 1;
            return !retired;
        }
    }

    public void Return()
    {
        lock (gate)
        {
            leases--;
            if (retired && leases == 0)
            {
                idle.TrySetResult();
            }
        }
    }

    /// <summary>Gives out no more leases. The task ends with the last one.</summary>
    public Task Retire()
    {
        lock (gate)
        {
            retired = true;
            if (leases == 0)
            {
                idle.TrySetResult();
            }

            return idle.Task;
        }
    }

    /// <summary>Tells the plugin that it goes, and disposes of its services.</summary>
    /// <returns>What its code threw.</returns>
    public async Task<IReadOnlyList<string>> Stop()
    {
        var errors = new List<string>();
        try
        {
            await unloading.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException error)
        {
            errors.AddRange(error.Flatten().InnerExceptions.Select(e => $"{e.GetType().Name}: {e.Message}"));
        }

        try
        {
            if (services is { } container)
            {
                await container.DisposeAsync().ConfigureAwait(false);
            }
        }
        catch (AggregateException error)
        {
            errors.AddRange(error.Flatten().InnerExceptions.Select(e => $"{e.GetType().Name}: {e.Message}"));
        }

        return errors;
    }

    /// <summary>Lets go of the plugin's code.</summary>
    /// <returns>Says whether the code is still in memory; null if it is the host program's own.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public WeakReference? Drop()
    {
        parts = [];
        services = null;
        unloading.Dispose();
        if (context is null)
        {
            return null;
        }

        var weak = new WeakReference(context, trackResurrection: true);
        Operators.OperatorTable.Forget(context);
        context.Unload();
        context = null;
        return weak;
    }
}
