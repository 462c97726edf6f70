namespace Espalier.Plugins.Snp;

/// <summary>What calibration images say about the scores of one attention and what a plan leaves of them.</summary>
/// <param name="Scope">The path of the module that attends.</param>
/// <param name="Errors">For each head, how far the scores of the kept pairs are from those of all.</param>
/// <param name="Spectra">For each head, the singular values of the scores, descending.</param>
/// <param name="Kept">How many pairs each head keeps.</param>
internal sealed record SiteScores(string Scope, double[] Errors, double[][] Spectra, int Kept)
{
    /// <param name="statistics">What was seen.</param>
    /// <param name="gone">The units that go, by group.</param>
    public static SiteScores Of(AttentionStatistics statistics, IReadOnlyDictionary<string, HashSet<int>> gone)
    {
        bool IsKept(string group, int unit) => !gone.TryGetValue(group, out var units) || !units.Contains(unit);
        var map = statistics.Map;
        var kept = map.Units.Take(map.Width).Count(unit => unit is not var (group, own) || IsKept(group.Name, own));
        return new SiteScores(statistics.Site.Scope, statistics.Errors((group, unit) => IsKept(group.Name, unit)), statistics.Spectra(), kept);
    }
}
