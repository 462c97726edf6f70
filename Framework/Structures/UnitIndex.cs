using Espalier.Labels;

namespace Espalier.Structures;

/// <summary>Which unit of which group a class of labels is.</summary>
internal sealed class UnitIndex
{
    private readonly IReadOnlyList<StructureGroup> groups;

    /// <summary>Units of all groups are numbered through from 1.</summary>
    private readonly LabelMap numberOf;
    private readonly int[] firstNumber;

    /// <summary>An index over groups; where a class is in several, the last counts.</summary>
    /// <param name="groups">The groups.</param>
    public UnitIndex(IReadOnlyList<StructureGroup> groups)
    {
        this.groups = groups;
        numberOf = new LabelMap();
        firstNumber = new int[groups.Count];
        var number = 1;
        for (var g = 0; g < groups.Count; g++)
        {
            var classes = groups[g].Classes;
            firstNumber[g] = number;
            foreach (var @class in classes)
            {
                numberOf.At(@class) = number++;
            }
        }
    }

    /// <summary>The group and the unit that a class is; null where it is none.</summary>
    public (StructureGroup Group, int Unit)? Find(int @class)
    {
        if (numberOf[@class] is not (> 0 and var number))
        {
            return null;
        }

        var place = Array.BinarySearch(firstNumber, number);
        var group = place < 0 ? ~place - 1 : place;
        return (groups[group], number - firstNumber[group]);
    }
}
