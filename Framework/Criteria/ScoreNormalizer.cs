namespace Espalier.Criteria;

/// <summary>Applies a <see cref="ScoreNormalization"/>. The order of the scores within their group never changes.</summary>
public static class ScoreNormalizer
{
    /// <summary>The normalised scores of one group. Where there is nothing to divide by (all scores are zero, or all are equal), they are zero.</summary>
    /// <param name="normalization">Which.</param>
    /// <param name="scores">One finite score per unit; not negative, except for <see cref="ScoreNormalization.Standardize"/>.</param>
    public static double[] Apply(this ScoreNormalization normalization, IReadOnlyList<double> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return normalization switch
        {
            ScoreNormalization.None => [.. scores],
            ScoreNormalization.Mean => Scaled(scores, 0, scores.Average()),
            ScoreNormalization.Sum => Scaled(scores, 0, scores.Sum()),
            ScoreNormalization.Max => Scaled(scores, 0, scores.Max()),
            ScoreNormalization.Norm => Scaled(scores, 0, Math.Sqrt(scores.Sum(score => score * score))),
            ScoreNormalization.Standardize => Standardized(scores),
            ScoreNormalization.Lamp => Lamp(scores),
            _ => throw new ArgumentOutOfRangeException(nameof(normalization), normalization, "There is no such normalisation."),
        };
    }

    private static double[] Scaled(IReadOnlyList<double> scores, double offset, double scale) =>
        [.. scores.Select(score => scale == 0 ? 0 : (score - offset) / scale)];

    private static double[] Standardized(IReadOnlyList<double> scores)
    {
        // Equal scores may differ from their computed mean in the last digit, which a division by a tiny deviation would blow up.
        var mean = scores.Average();
        var isFlat = scores.All(score => score == scores[0]);
        return Scaled(scores, mean, isFlat ? 0 : Math.Sqrt(scores.Average(score => (score - mean) * (score - mean))));
    }

    private static double[] Lamp(IReadOnlyList<double> scores)
    {
        var result = new double[scores.Count];
        var total = 0.0;
        // Among equals the lower index counts as the greater: without an order, a group of equal scores would all be low.
        foreach (var unit in Enumerable.Range(0, scores.Count).OrderByDescending(i => scores[i]))
        {
            total += scores[unit];
            result[unit] = total == 0 ? 0 : scores[unit] / total;
        }

        return result;
    }
}
