using System.Diagnostics;
using System.Runtime.Loader;

namespace Espalier.Plugins;

/// <summary>Tells errors of plugins' code from others.</summary>
public static class PluginFault
{
    /// <summary>Runs what calls plugins.</summary>
    /// <param name="doing">What is done and where the recipe asks for it, for the message.</param>
    /// <param name="work">The work.</param>
    /// <exception cref="PluginException">A plugin's code threw something that no contract provides for.</exception>
    public static T Guard<T>(string doing, Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            return work();
        }
        catch (Exception error) when (PluginOf(error) is not null)
        {
            throw Of(error, doing)!;
        }
    }

    /// <summary>An error as that of the plugin whose code was at work; null if it is one that contracts provide for, or none of a plugin's.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="doing">What the plugin was asked to do.</param>
    public static PluginException? Of(Exception error, string doing)
    {
        ArgumentNullException.ThrowIfNull(error);
        return PluginOf(error) is { } plugin ? new PluginException(plugin, doing, error) : null;
    }

    private static string? PluginOf(Exception error)
    {
        if (error is OperationCanceledException or OutOfMemoryException or IOException or UnauthorizedAccessException or InvalidDataException
            || error.GetType().Assembly == typeof(PluginFault).Assembly)
        {
            return null;
        }

        // The innermost plugin on the stack, which need not be the one that was called first.
        return new StackTrace(error, false).GetFrames()
            .Select(frame => frame.GetMethod() is { } method ? AssemblyLoadContext.GetLoadContext(method.Module.Assembly) : null)
            .OfType<PluginLoadContext>().FirstOrDefault()?.Plugin;
    }
}
