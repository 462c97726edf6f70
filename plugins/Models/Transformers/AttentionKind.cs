namespace Espalier.Models;

/// <summary>Where queries, keys and values come from.</summary>
public enum AttentionKind
{
    /// <summary>One linear layer makes all three: <see cref="FusedAttention"/>.</summary>
    Fused,

    /// <summary>A linear layer each: <see cref="SplitAttention"/>.</summary>
    Split,
}
