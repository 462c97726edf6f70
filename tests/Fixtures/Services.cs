using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Espalier.Methods;
using Espalier.Plugins;

[assembly: PluginEntry(typeof(Services))]

/// <summary>A plugin with services, which note in a file of the system's temporary folder when they go.</summary>
public sealed class Services : IPluginEntry
{
    public IReadOnlyList<PartRegistration> Register(PluginServices services)
    {
        var log = Environment.GetEnvironmentVariable("FIXTURE_LOG")!;
        var registration = services.Context.Unloading.Register(() => File.AppendAllText(log, "unloading "));
        services.Get(_ => new First(log, registration));
        services.Get(_ => new Second(log));
        return [new(typeof(IPruningMethod), "say", "", "{}", _ => new Say(services.Get<Second>(_ => throw new InvalidOperationException()).GetType().Name))];
    }

    private sealed class First(string log, IDisposable registration) : IDisposable
    {
        public void Dispose()
        {
            registration.Dispose();
            File.AppendAllText(log, "first ");
        }
    }

    private sealed class Second(string log) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Task.Delay(20);
            File.AppendAllText(log, "second ");
        }
    }
}
