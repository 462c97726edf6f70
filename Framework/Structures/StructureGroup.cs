using System.Globalization;

namespace Espalier.Structures;

/// <summary>A structure group as <see cref="ModelStructure"/> finds it.</summary>
internal sealed class StructureGroup(
    string name, StructureGranularity granularity, int[] classes, IReadOnlyList<StructureMember> members, IReadOnlyList<int> rows) : IStructureGroup
{
    public string Name { get; } = name;

    public StructureGranularity Granularity { get; } = granularity;

    public int Count => Classes.Length;

    public IReadOnlyList<StructureMember> Members { get; } = members;

    public IReadOnlyList<int> Rows { get; } = rows;

    /// <summary>The class of labels behind each unit.</summary>
    internal int[] Classes { get; } = classes;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: {Count} x {Granularity}, {Members.Count} members");
}
