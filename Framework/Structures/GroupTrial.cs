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

        var ranking = new UnitRanking(null);
        cut.Clear();
        foreach (var unit in ranking.LowestUnits(group, group.Rows.Max() + 1))
        {
            cut.Add(group.Classes[unit]);
        }

        try
        {
            new CountBalancer(structure, ranking).Balance(cut);
            new PlanCheck(structure, cut).Run();
            return true;
        }
        catch (PlanException)
        {
            return false;
        }
    }
}
