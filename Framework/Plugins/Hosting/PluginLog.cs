using Microsoft.Extensions.Logging;

namespace Espalier.Plugins;

/// <summary>What the host logs. Texts only: a logger that kept a plugin's exception would keep the plugin.</summary>
internal static partial class PluginLog
{
    [LoggerMessage(1, LogLevel.Information, "Plugin '{Plugin}' {Version} is loaded (generation {Generation}, {Parts} parts).")]
    public static partial void Loaded(ILogger log, string plugin, string version, int generation, int parts);

    [LoggerMessage(2, LogLevel.Error, "Plugin '{Plugin}' is not loaded. {Reason}")]
    public static partial void Failed(ILogger log, string plugin, string reason);

    [LoggerMessage(3, LogLevel.Error, "Plugin '{Plugin}' is not replaced. {Reason}")]
    public static partial void ReloadFailed(ILogger log, string plugin, string reason);

    [LoggerMessage(4, LogLevel.Information, "{Report}")]
    public static partial void Unloaded(ILogger log, string report);

    [LoggerMessage(5, LogLevel.Warning, "{Duplicate}")]
    public static partial void Duplicate(ILogger log, string duplicate);

    [LoggerMessage(6, LogLevel.Warning, "Jobs still hold plugins after {Seconds} s; their files are left to the next start.")]
    public static partial void StillLeased(ILogger log, double seconds);
}
