using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Espalier.Plugins;

/// <summary>What a plugin host is told when it is made.</summary>
public sealed record PluginHostOptions
{
    /// <summary>Folders that hold one folder per plugin, or are one. Where two offer the same, the one named first wins.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>The ids of plugins that are found and not loaded.</summary>
    public IReadOnlyList<string> Disabled { get; init; } = [];

    /// <summary>How long a plugin may take to register its parts, and to clean up. Default: a minute.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many garbage collections may pass before an unloaded plugin counts as still in memory. Default: 12.</summary>
    public int Collections { get; init; } = 12;

    /// <summary>Where plugins' files are copied to; by default a folder of the system's temporary one.</summary>
    public string ShadowFolder { get; init; } = Path.Combine(Path.GetTempPath(), "espalier-plugins-" + Environment.UserName);

    /// <summary>Loggers of the host and its plugins.</summary>
    public ILoggerFactory Logs { get; init; } = NullLoggerFactory.Instance;

    /// <summary>The clock of the host and its plugins.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
