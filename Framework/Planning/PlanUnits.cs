using Espalier.Labels;
using Espalier.Structures;

namespace Espalier.Planning;

/// <summary>Finds the units that decisions name.</summary>
internal sealed class PlanUnits(ModelStructure structure)
{
    /// <summary>The group of that name.</summary>
    /// <exception cref="PlanException">There is none; the message lists those there are.</exception>
    public StructureGroup Group(string name)
    {
        try
        {
            return (StructureGroup)structure.Group(name);
        }
        catch (KeyNotFoundException cause)
        {
            throw new PlanException(cause.Message, cause);
        }
    }

    /// <summary>Adds units, and what goes with them, to a cut.</summary>
    /// <exception cref="PlanException">A group or unit does not exist.</exception>
    public void Add(CutSet cut, IReadOnlyDictionary<string, IReadOnlyList<int>> units)
    {
        foreach (var (name, chosen) in units)
        {
            Add(cut, Group(name), chosen);
        }
    }

    /// <summary>Adds units of one group, and what goes with them, to a cut.</summary>
    /// <exception cref="PlanException">A unit does not exist.</exception>
    public static void Add(CutSet cut, StructureGroup group, IEnumerable<int> units)
    {
        foreach (var unit in units)
        {
            if ((uint)unit >= (uint)group.Count)
            {
                throw new PlanException($"Group '{group.Name}' has no unit {unit}: its {group.Count} units are numbered from 0.");
            }

            cut.Add(group.Classes[unit]);
        }
    }
}
