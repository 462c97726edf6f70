namespace Espalier.Plugins.Channel;

/// <summary>Which units are compared with one another.</summary>
public enum ChannelRanking
{
    /// <summary>All of the model: layers lose as much as their scores say.</summary>
    Global,

    /// <summary>Those of each layer: all layers lose the same part.</summary>
    Local,

    /// <summary>Those of each scope: all scopes lose the same part, and layers within them as much as their scores say.</summary>
    Scope,
}
