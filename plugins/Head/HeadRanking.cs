namespace Espalier.Plugins.Head;

/// <summary>Which heads are compared with one another.</summary>
public enum HeadRanking
{
    /// <summary>All of the model: layers lose as many as their scores say.</summary>
    Global,

    /// <summary>Those of each layer: all layers lose the same part.</summary>
    Local,
}
