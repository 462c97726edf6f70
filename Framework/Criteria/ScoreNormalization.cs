namespace Espalier.Criteria;

/// <summary>What makes the scores of different groups comparable, for a ranking across them.</summary>
public enum ScoreNormalization
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Divided by their mean: each group's average is one.</summary>
    Mean,

    /// <summary>Divided by their sum: wide groups score lower.</summary>
    Sum,

    /// <summary>Divided by the greatest.</summary>
    Max,

    /// <summary>Divided by their Euclidean norm.</summary>
    Norm,

    /// <summary>Less their mean, divided by their standard deviation.</summary>
    Standardize,

    /// <summary>
    /// Each divided by the sum of itself and all that are greater (Lee et al. 2021, equation 4, where the scores are squares of weights). The greatest of
    /// every group scores one, so a ranking across groups empties none.
    /// </summary>
    Lamp,
}
