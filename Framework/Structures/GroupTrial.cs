using Espalier.Labels;
using Espalier.Planning;

namespace Espalier.Structures;

/// <summary>
/// Whether a group can be cut at all: some units are free one by one, but rows elsewhere that must stay as long as theirs have nothing that may go.
/// </summary>
internal static class GroupTrial
{
    /// <summary>Cuts the last unit of each row, and what must go with it.</summary>
    public static bool CanBeCut(ModelStructure structure, StructureGroup group)
    {
        if (!structure.Rows.Touched(group.Classes).Any())
        {
            return true;
        }

        var ranking = new UnitRanking(null);
        var cut = new CutSet(structure.Blocks);
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
