namespace Espalier.Plugins.Snp;

/// <summary>
/// What a model's answers lose when one group alone becomes narrower: its lower convex hull, so that every further unit costs at least as much as those before.
/// </summary>
internal sealed class DivergenceCurve
{
    private readonly List<(int Removed, double Divergence)> hull = [(0, 0)];

    /// <param name="points">How many units of each row were removed, ascending and from 1, and what was lost.</param>
    public DivergenceCurve(IEnumerable<(int Removed, double Divergence)> points)
    {
        var highest = 0.0;
        foreach (var (removed, divergence) in points)
        {
            // Narrower is no better: where it looks so, few images do not tell.
            highest = Math.Max(highest, double.IsFinite(divergence) ? divergence : double.MaxValue);
            while (hull.Count > 1 && Slope(hull[^2], hull[^1]) >= Slope(hull[^1], (removed, highest)))
            {
                hull.RemoveAt(hull.Count - 1);
            }

            hull.Add((removed, highest));
        }
    }

    /// <summary>What the removal of one more unit of each row loses.</summary>
    /// <param name="removed">How many have gone before it.</param>
    public double Next(int removed)
    {
        var end = hull.FindIndex(point => point.Removed > removed);
        return end < 0 ? double.MaxValue : Slope(hull[end - 1], hull[end]);
    }

    private static double Slope((int Removed, double Divergence) from, (int Removed, double Divergence) to) =>
        (to.Divergence - from.Divergence) / (to.Removed - from.Removed);
}
