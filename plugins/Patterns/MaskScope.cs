namespace Espalier.Plugins.Patterns;

/// <summary>What the same part is kept of.</summary>
public enum MaskScope
{
    /// <summary>The whole weight: some rows may keep more than others.</summary>
    Tensor,

    /// <summary>Each row, or row of blocks: all keep equally much, which is what Wanda's scores are meant for and what keeps threads equally busy.</summary>
    Row,
}
