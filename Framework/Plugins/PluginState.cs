namespace Espalier.Plugins;

/// <summary>Where a plugin stands.</summary>
public enum PluginState
{
    /// <summary>Its folder was found; it was not loaded yet.</summary>
    Discovered,

    /// <summary>The host was told not to load it.</summary>
    Disabled,

    /// <summary>It is being loaded.</summary>
    Loading,

    /// <summary>Its parts can be used.</summary>
    Loaded,

    /// <summary>It could not be read or loaded. It may be loaded again.</summary>
    Failed,

    /// <summary>No new job gets its parts; jobs that have them go on, and then it goes.</summary>
    Unloading,

    /// <summary>It is gone. It may be loaded again.</summary>
    Unloaded,
}
