namespace Espalier.Reports;

/// <summary>The measured time of a forward pass, in milliseconds.</summary>
/// <param name="Median">The median of the runs.</param>
/// <param name="LowerQuartile">A quarter of the runs were faster.</param>
/// <param name="UpperQuartile">A quarter of the runs were slower.</param>
/// <param name="Runs">How many runs were timed.</param>
public sealed record Latency(double Median, double LowerQuartile, double UpperQuartile, int Runs)
{
    /// <summary>The quartiles of runs that were timed one by one, in milliseconds; at least one.</summary>
    public static Latency Of(IEnumerable<double> milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length, nameof(milliseconds));
        return new Latency(Quantile(sorted, 0.5), Quantile(sorted, 0.25), Quantile(sorted, 0.75), sorted.Length);
    }

    // Linear between order statistics: type 7 of Hyndman and Fan, 1996.
    private static double Quantile(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (position - below));
    }
}
