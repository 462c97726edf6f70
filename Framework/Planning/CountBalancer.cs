using Espalier.Labels;
using Espalier.Structures;

namespace Espalier.Planning;

/// <summary>Cuts more where rows that must be equal have come out unequal: the least important units of the longer rows.</summary>
internal sealed class CountBalancer
{
    private readonly ModelStructure structure;
    private readonly Dictionary<int, double> scoreOfClass = [];

    public CountBalancer(ModelStructure structure, UnitRanking ranking)
    {
        this.structure = structure;
        if (structure.Labels.Constraints.Count == 0)
        {
            return;
        }

        foreach (var group in structure.Groups.Cast<StructureGroup>().Where(g => g.Granularity != StructureGranularity.Block))
        {
            for (var unit = 0; unit < group.Count; unit++)
            {
                scoreOfClass[group.Classes[unit]] = ranking.ScoreOf(group, unit);
            }
        }
    }

    /// <summary>Adds to the cut until every constraint holds. Cuts only grow, so this ends.</summary>
    /// <exception cref="PlanException">A row has nothing left that may go.</exception>
    public void Balance(CutSet cut)
    {
        if (cut.Classes.Count == 0)
        {
            return;
        }

        for (var isStable = false; !isStable;)
        {
            isStable = true;
            foreach (var constraint in structure.Labels.Constraints)
            {
                isStable &= !BalanceOne(constraint, cut);
            }
        }
    }

    private bool BalanceOne(CountConstraint constraint, CutSet cut)
    {
        var counts = constraint.Parts.Select(part => cut.CountKept(part)).ToArray();
        var candidates = counts.Where(count => count > 0 || !constraint.MayEmptyParts).ToArray();
        if (candidates.Length == 0 || candidates.Min() == candidates.Max())
        {
            return false;
        }

        var least = candidates.Min();
        for (var part = 0; part < counts.Length; part++)
        {
            while (counts[part] > least)
            {
                var next = constraint.Parts[part].Select(structure.Labels.Forest.Find)
                    .Where(c => scoreOfClass.ContainsKey(c) && !cut.Contains(c))
                    .OrderBy(c => scoreOfClass[c]).ThenByDescending(c => c)
                    .Cast<int?>().FirstOrDefault()
                    ?? throw new PlanException(
                        $"{constraint.Reason}: the longest part would keep {counts[part]} and the shortest {least}, and nothing more of the longest may go.");
                cut.Add(next);
                counts[part] = cut.CountKept(constraint.Parts[part]);
            }
        }

        return true;
    }
}
