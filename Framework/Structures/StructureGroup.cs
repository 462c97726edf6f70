using System.Globalization;

namespace Espalier.Structures;

/// <summary>A structure group as <see cref="ModelStructure"/> finds it. Its members are listed when they are first asked for.</summary>
internal sealed class StructureGroup(string name, StructureGranularity granularity, int[] classes, SliceIndex slices, IReadOnlyList<int> rows) : IStructureGroup
{
    private IReadOnlyList<StructureMember>? members;
    private IReadOnlyList<int[]>? partialUnits;

    public string Name { get; } = name;

    public StructureGranularity Granularity { get; } = granularity;

    public int Count => Classes.Length;

    public IReadOnlyList<StructureMember> Members => members ??= slices.MembersOf(Classes);

    public IReadOnlyList<int> Rows { get; } = rows;

    /// <summary>The class of labels behind each unit.</summary>
    internal int[] Classes { get; } = classes;

    /// <summary>Sets of units that must not all go, since a parameter's dimension consists of them.</summary>
    internal IReadOnlyList<int[]> PartialUnits => partialUnits ??= slices.PartialUnits(Classes);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: {Count} x {Granularity}");
}
