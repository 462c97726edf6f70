namespace Espalier.Reports;

/// <summary>Sorts values into bins of equal width.</summary>
internal static class Binning
{
    /// <summary>The borders and the counts. The last bin holds its upper border; equal values get one bin in the middle of a width of 1.</summary>
    public static (double[] Edges, long[] Counts) Of(IEnumerable<double> values, int bins)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0)
        {
            return ([0, 1], [0]);
        }

        var (low, high) = (finite.Min(), finite.Max());
        if (low == high)
        {
            return ([low - 0.5, low + 0.5], [finite.Length]);
        }

        var counts = new long[bins];
        foreach (var value in finite)
        {
            counts[Math.Min(bins - 1, (int)((value - low) / (high - low) * bins))]++;
        }

        return ([.. Enumerable.Range(0, bins + 1).Select(edge => edge == bins ? high : low + ((high - low) * edge / bins))], counts);
    }
}
