namespace Espalier.Plugins.Snp;

/// <summary>
/// The allocation by scores. With c_g what layer g costs and s_g the share of the sum of its scores that its kept units hold, it maximises sum_g c_g log s_g at the
/// cost asked for, by taking the unit next whose loss is least for what it saves.
/// </summary>
/// <remarks>
/// A unit with the share p of a row of n units, of which the share r is left, loses c p / r and saves about c / n: units go in the order of n p / r. Where all
/// scores of a layer are equal that is the inverse of the part that is kept, so that scores which say nothing lead to equal ratios; a layer that has units with
/// small shares gives them first. The logarithm keeps any layer from vanishing. The design is ours.
/// </remarks>
internal static class ScoreShares
{
    /// <summary>n p / r of each unit: its share of what is left of its row when the less important ones have gone, times the row's width.</summary>
    public static double[] Priorities(IReadOnlyList<double> scores, IReadOnlyList<int> rows)
    {
        var result = new double[scores.Count];
        foreach (var row in Enumerable.Range(0, scores.Count).GroupBy(unit => rows[unit]))
        {
            // A unit without a finite score goes first; where all are zero they are alike.
            int[] order = [.. row.OrderBy(unit => scores[unit]).ThenByDescending(unit => unit)];
            var values = Array.ConvertAll(order, unit => double.IsFinite(scores[unit]) ? Math.Max(0, scores[unit]) : 0);
            var left = values.Sum();
            for (var i = 0; i < order.Length; i++)
            {
                result[order[i]] = left > 0 ? order.Length * Math.Min(1, values[i] / left) : order.Length / (double)(order.Length - i);
                left -= values[i];
            }
        }

        return result;
    }
}
