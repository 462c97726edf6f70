using Microsoft.Extensions.Logging;

namespace Espalier.Plugins;

/// <summary>The host's loggers as a plugin gets them: it may write to them, and neither add providers, which would stay, nor dispose of them.</summary>
internal sealed class PluginLoggerFactory(ILoggerFactory host, string plugin) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => host.CreateLogger(categoryName);

    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException($"Plugin '{plugin}' cannot add a logger provider: it would outlive the plugin. Log to the host's loggers.");

    public void Dispose()
    {
    }
}
