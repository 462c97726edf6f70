namespace Espalier.Plugins.Snp;

/// <summary>How a budget is shared out among the layers. The paper gives ratios by hand; both are our own.</summary>
public enum Allocation
{
    /// <summary>By how unequal the scores of a layer's units are, as <see cref="SnpAllocation"/> says.</summary>
    Automatic,

    /// <summary>All layers lose the same part.</summary>
    Uniform,
}
