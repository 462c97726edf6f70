using Espalier.Labels;
using Espalier.Planning;

namespace Espalier.Structures;

/// <summary>
/// Whether a group can be cut at all: some units are free one by one, but rows elsewhere that must stay as long as theirs have nothing that may go.
/// </summary>
internal static class GroupTrial
{
    /// <summary>Cuts the last unit of each row, and what must go with it.</summary>
    /// <param name="structure">The structure, its groups found.</param>
    /// <param name="group">The group.</param>
    /// <param name="cut">A set to try it with.</param>
    public static bool CanBeCut(ModelStructure structure, StructureGroup group, CutSet cut)
    {
        if (!structure.Rows.Touch(group.Classes))
        {
            return true;
        }

        // Most can lose the last unit of each row; which others may go is looked up only where that leaves a dimension with nothing.
        return Holds(LastOfEachRow(group)) || Holds(new UnitRanking(null).LowestUnits(group, group.Rows.Max() + 1));

        bool Holds(IEnumerable<int> units)
        {
            cut.Clear();
            foreach (var unit in units)
            {
                cut.Add(group.Classes[unit]);
            }

            try
            {
                new CountBalancer(structure, new UnitRanking(null)).Balance(cut);
                new PlanCheck(structure, cut).Run();
                return true;
            }
            catch (PlanException)
            {
                return false;
            }
        }
    }

    private static int[] LastOfEachRow(StructureGroup group)
    {
        var last = new int[group.Rows.Max() + 1];
        for (var unit = 0; unit < group.Count; unit++)
        {
            last[group.Rows[unit]] = unit;
        }

        return last;
    }
}
