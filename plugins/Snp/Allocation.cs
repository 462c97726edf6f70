namespace Espalier.Plugins.Snp;

/// <summary>How a budget is shared out among the layers. The paper gives ratios by hand; all of these are our own.</summary>
public enum Allocation
{
    /// <summary>By how much the model's answers change when each group alone is narrower, as <see cref="SnpSensitivity"/> says.</summary>
    Sensitivity,

    /// <summary>By how unequal the scores of a layer's units are, as <see cref="ScoreShares"/> says: no more forward passes than the scores need.</summary>
    Scores,

    /// <summary>All layers lose the same part.</summary>
    Uniform,
}
