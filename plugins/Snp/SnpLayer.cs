using Espalier.Structures;

namespace Espalier.Plugins.Snp;

/// <summary>Units of a structure group that are one thing to SNP. One group may hold several: a fused projection makes pairs and values of equal width.</summary>
internal sealed class SnpLayer
{
    /// <param name="group">The group.</param>
    /// <param name="kind">What the units are.</param>
    /// <param name="units">The units, ascending.</param>
    public SnpLayer(IStructureGroup group, SnpKind kind, IReadOnlyList<int> units)
    {
        (Group, Kind, Units) = (group, kind, units);
        Rows = units.Select(unit => group.Rows[unit]).Distinct().Count();
        Name = units.Count == group.Count ? group.Name : $"{group.Name} ({kind.ToString().ToLowerInvariant()})";
    }

    public IStructureGroup Group { get; }

    public SnpKind Kind { get; }

    public IReadOnlyList<int> Units { get; }

    /// <summary>The group's name, with the kind where the group holds others too.</summary>
    public string Name { get; }

    /// <summary>How many rows keep equally many units: heads, or one.</summary>
    public int Rows { get; }

    /// <summary>How many units a row has.</summary>
    public int Width => Units.Count / Rows;
}
