namespace Espalier.Plugins;

/// <summary>A plugin that cannot be read, loaded or used: the message names the plugin or file, the place, the cause and the way out.</summary>
/// <remarks>It holds text alone: an exception of a plugin's, kept by the host, would keep the plugin in memory.</remarks>
public sealed class PluginException : Exception
{
    /// <summary>A message that names place, cause and way out.</summary>
    public PluginException(string message)
        : base(message)
    {
    }

    /// <summary>An error of the plugin's own code.</summary>
    /// <param name="plugin">Its id.</param>
    /// <param name="doing">What it was asked to do.</param>
    /// <param name="error">What it threw; its text is kept.</param>
    public PluginException(string plugin, string doing, Exception error)
        : base($"Plugin '{plugin}' failed while {doing}: {Text(error)}")
    {
        Plugin = plugin;
        Details = error.ToString();
    }

    /// <summary>The plugin whose code failed; null if the message says which file it is about.</summary>
    public string? Plugin { get; }

    /// <summary>The text of the plugin's own exception with its stack; null if there is none.</summary>
    public string? Details { get; }

    // Reflection and static constructors wrap what the plugin threw; the cause is what helps.
    private static string Text(Exception error)
    {
        var cause = error;
        while (cause is TypeInitializationException or System.Reflection.TargetInvocationException && cause.InnerException is { } inner)
        {
            cause = inner;
        }

        return $"{cause.GetType().Name}: {cause.Message}";
    }
}
