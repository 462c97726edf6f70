namespace Espalier.Plugins.Block;

/// <summary>What tells how important a residual block is.</summary>
public enum BlockCriterion
{
    /// <summary>How far it turns what goes through: 1 - E cos(x, x + f(x)), the block influence of ShortGPT (Men et al. 2024, arXiv 2403.03853, equation 1).</summary>
    Influence,

    /// <summary>E |dL/dg| for a gate g on what the block adds, absolute value per image (as Michel et al. 2019, arXiv 1905.10650, equation 2, for heads).</summary>
    GateTaylor,

    /// <summary>What the loss rises by without it, made anew after each block that goes.</summary>
    Loss,
}
