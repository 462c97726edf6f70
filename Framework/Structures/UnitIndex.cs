namespace Espalier.Structures;

/// <summary>Which unit of which group a class of labels is.</summary>
internal sealed class UnitIndex
{
    private readonly IReadOnlyList<StructureGroup> groups;
    private readonly int[] groupOf;
    private readonly int[] unitOf;

    /// <summary>An index over groups; where a class is in several, the last counts.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="labels">How many labels the model has.</param>
    public UnitIndex(IReadOnlyList<StructureGroup> groups, int labels)
    {
        this.groups = groups;
        groupOf = new int[labels];
        unitOf = new int[labels];
        for (var g = 0; g < groups.Count; g++)
        {
            var classes = groups[g].Classes;
            for (var unit = 0; unit < classes.Length; unit++)
            {
                groupOf[classes[unit]] = g + 1;
                unitOf[classes[unit]] = unit;
            }
        }
    }

    /// <summary>The group and the unit that a class is; null where it is none.</summary>
    public (StructureGroup Group, int Unit)? Find(int @class) => groupOf[@class] is > 0 and var group ? (groups[group - 1], unitOf[@class]) : null;
}
