namespace Espalier.Planning;

/// <summary>How what stays falls from all of it to the budget over the rounds of a schedule.</summary>
public enum CutCurve
{
    /// <summary>By the same amount each round.</summary>
    Linear,

    /// <summary>Fast at first, ever slower towards the end (Zhu and Gupta 2017, equation 1).</summary>
    Cubic,

    /// <summary>By the same factor each round.</summary>
    Exponential,
}
