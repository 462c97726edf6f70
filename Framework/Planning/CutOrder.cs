using Espalier.Labels;
using Espalier.Structures;

namespace Espalier.Planning;

/// <summary>The order in which units go.</summary>
internal static class CutOrder
{
    /// <summary>All steps beyond the forced ones, least important first within each scope, scopes evenly.</summary>
    /// <param name="scopes">The ladders of each scope.</param>
    /// <param name="partners">Ladders that can only go down together, as <see cref="Partners"/> finds them.</param>
    public static List<CutStep> Of(IReadOnlyList<UnitLadder[]> scopes, IReadOnlyList<UnitLadder[]> partners)
    {
        var steps = new List<CutStep>();
        for (var scope = 0; scope < scopes.Count; scope++)
        {
            var total = (double)scopes[scope].Sum(ladder => ladder.Dense * ladder.Rows);
            var gone = total - scopes[scope].Sum(ladder => ladder.Width * ladder.Rows)
                + scopes[scope].Sum(ladder => ladder.Rungs.Take(ladder.Forced).Sum(rung => rung.Units.Length));
            // Partners of several scopes go with the first of them.
            var own = partners.Where(set => scopes[scope].Contains(set[0]));
            foreach (var step in own.SelectMany(set => Steps(set, scope)).OrderBy(step => step.Score))
            {
                gone += step.Units;
                steps.Add(step with { Part = gone / total });
            }
        }

        return [.. steps.OrderBy(step => step.Part).ThenBy(step => step.Scope)];
    }

    /// <summary>Ladders of which one cannot go down without the others, since rows of theirs must stay equal.</summary>
    public static IReadOnlyList<UnitLadder[]> Partners(ModelStructure structure, IReadOnlyList<UnitLadder> ladders, CountBalancer balancer)
    {
        var sets = new DisjointSets();
        sets.AddRange(ladders.Count);
        var cut = new CutSet(structure.Blocks);
        for (var i = 0; i < ladders.Count; i++)
        {
            if (ladders[i].Rungs.Count == 0 || !structure.Rows.Touched(ladders[i].Group.Classes).Any())
            {
                continue;
            }

            cut.Clear();
            new CutStep([ladders[i]], 0, 0).AddTo(cut);
            try
            {
                balancer.Balance(cut);
            }
            catch (PlanException)
            {
                // It cannot go down at all, which the search finds out.
                continue;
            }

            for (var other = 0; other < ladders.Count; other++)
            {
                if (other != i && ladders[other].Group.Classes.Any(cut.ContainsClass))
                {
                    sets.Merge(i, other);
                }
            }
        }

        return [.. Enumerable.Range(0, ladders.Count).GroupBy(sets.Find).Select(set => set.Select(i => ladders[i]).ToArray())];
    }

    private static IEnumerable<CutStep> Steps(UnitLadder[] set, int scope)
    {
        var score = double.NegativeInfinity;
        for (var rung = set.Min(ladder => ladder.Forced); rung < set.Max(ladder => ladder.Rungs.Count); rung++)
        {
            var step = new CutStep([.. set.Where(ladder => rung >= ladder.Forced)], rung, scope) { Set = set };
            if (step.Units > 0)
            {
                score = Math.Max(score, step.MeanScore);
                yield return step with { Score = score };
            }
        }
    }
}
