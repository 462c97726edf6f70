using Espalier.Labels;
using Espalier.Structures;

namespace Espalier.Planning;

/// <summary>The order in which the units of a group go, least important first, in the steps that relations between rows allow.</summary>
internal sealed class UnitSequence(ModelStructure structure, UnitRanking ranking, CountBalancer balancer, CutSet trial)
{
    /// <summary>Units that go together: one of each row, or as many as rows elsewhere ask for that must stay equal.</summary>
    public IEnumerable<int[]> Of(StructureGroup group)
    {
        var steps = ranking.Sequence(group);
        return structure.Rows.Touch(group.Classes) ? Balanced(group, steps) : steps;
    }

    private List<int[]> Balanced(StructureGroup group, IReadOnlyList<int[]> steps)
    {
        trial.Clear();
        var found = new List<int[]>();
        var units = Enumerable.Range(0, group.Count).ToList();
        var kept = new int[group.Rows.Max() + 1];
        foreach (var step in steps.Where(step => step.Any(unit => !trial.ContainsClass(group.Classes[unit]))))
        {
            PlanUnits.Add(trial, group, step);
            try
            {
                balancer.Balance(trial);
            }
            catch (PlanException)
            {
                // Nothing more can go of what hangs together with the group.
                break;
            }

            Array.Clear(kept);
            foreach (var unit in units.Where(unit => !trial.ContainsClass(group.Classes[unit])))
            {
                kept[group.Rows[unit]]++;
            }

            if (kept.Min() == kept.Max())
            {
                found.Add([.. units.Where(unit => trial.ContainsClass(group.Classes[unit]))]);
                units.RemoveAll(unit => trial.ContainsClass(group.Classes[unit]));
            }
        }

        return found;
    }
}
