namespace Espalier.Plugins.Block;

/// <summary>What goes at a time.</summary>
public enum BlockGranularity
{
    /// <summary>All that one module's forward adds, one sum upon the other: a transformer block, a residual block.</summary>
    Block,

    /// <summary>What one sum adds: an attention layer or a feed-forward network with its norm, a residual block.</summary>
    Branch,
}
