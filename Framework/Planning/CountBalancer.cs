using Espalier.Labels;
using Espalier.Structures;

namespace Espalier.Planning;

/// <summary>Cuts more where rows that must be equal have come out unequal: the least important units of the longer rows.</summary>
internal sealed class CountBalancer
{
    private readonly ModelStructure structure;
    private readonly UnitRanking ranking;

    public CountBalancer(ModelStructure structure, UnitRanking ranking)
    {
        this.structure = structure;
        this.ranking = ranking;
    }

    /// <summary>Adds to the cut until every constraint holds. Cuts only grow, so this ends.</summary>
    /// <exception cref="PlanException">A row has nothing left that may go.</exception>
    public void Balance(CutSet cut)
    {
        if (cut.Classes.Length == 0)
        {
            return;
        }

        for (var isStable = false; !isStable;)
        {
            isStable = true;
            foreach (var constraint in structure.Rows.Touched(cut.Classes))
            {
                isStable &= !BalanceOne(structure.Labels.Constraints[constraint], cut);
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
            // What was cut for another part may have shortened this one too.
            for (var kept = cut.CountKept(constraint.Parts[part]); kept > least; kept = cut.CountKept(constraint.Parts[part]))
            {
                cut.Add(Next(constraint.Parts[part], cut) ?? throw new PlanException(
                    $"{constraint.Reason}: the longest part would keep {kept} and the shortest {least}, and nothing more of the longest may go."));
            }
        }

        return true;
    }

    /// <summary>The least important unit of the part, or where its units go only in blocks, the block that takes the fewest of them.</summary>
    private int? Next(int[] part, CutSet cut)
    {
        var own = part.Select(structure.Labels.Forest.Find).Where(c => !cut.Contains(c)).Distinct().ToArray();
        if (own.Where(IsUnit).OrderBy(Score).ThenByDescending(c => c).Cast<int?>().FirstOrDefault() is { } unit)
        {
            return unit;
        }

        return own.SelectMany(c => structure.Blocks.BlocksOver(c).ToArray())
            .Where(block => IsUnit(structure.Blocks.ClassOf(block)))
            .OrderBy(block => structure.Blocks.MembersOf(block).ToArray().Count(own.Contains))
            .ThenBy(block => Score(structure.Blocks.ClassOf(block)))
            .Select(block => (int?)structure.Blocks.ClassOf(block)).FirstOrDefault();
    }

    private bool IsUnit(int @class) => structure.Units.Find(@class) is not null;

    private double Score(int @class) => structure.Units.Find(@class) is var (group, unit) ? ranking.ScoreOf(group, unit) : 0;
}
