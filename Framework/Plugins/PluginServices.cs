namespace Espalier.Plugins;

/// <summary>The small service container of one loaded plugin: its context, and singletons that are made when first asked for.</summary>
/// <param name="context">What the host gives the plugin.</param>
public sealed class PluginServices(PluginContext context) : IDisposable, IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<Type, object> made = [];
    private readonly Stack<object> order = new();
    private bool disposed;

    /// <summary>What the host gives the plugin.</summary>
    public PluginContext Context { get; } = context;

    /// <summary>The plugin's one instance of a service.</summary>
    /// <param name="create">Makes it.</param>
    public T Get<T>(Func<PluginServices, T> create)
        where T : class
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (made.TryGetValue(typeof(T), out var found))
            {
                return (T)found;
            }

            var service = create(this);
            made[typeof(T)] = service;
            order.Push(service);
            return service;
        }
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Disposes of the services, the last made first. Errors are collected.</summary>
    /// <exception cref="AggregateException">Services failed to be disposed of; the others were all the same.</exception>
    public async ValueTask DisposeAsync()
    {
        object[] services;
        lock (gate)
        {
            disposed = true;
            services = [.. order];
            order.Clear();
            made.Clear();
        }

        var errors = new List<Exception>();
        foreach (var service in services)
        {
            try
            {
                await DisposeOf(service).ConfigureAwait(false);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                errors.Add(error);
            }
        }

        if (errors.Count > 0)
        {
            throw new AggregateException(errors);
        }
    }

    private static ValueTask DisposeOf(object service)
    {
        if (service is IAsyncDisposable later)
        {
            return later.DisposeAsync();
        }

        (service as IDisposable)?.Dispose();
        return ValueTask.CompletedTask;
    }
}
