namespace Espalier.Structures;

/// <summary>
/// Units of a model that can be cut, each a set of parameter slices that only make sense together. One ratio, one ranking applies to a group.
/// </summary>
/// <remarks>
/// Example: <c>conv1 -> bn1 -> relu -> conv2</c> gives one group with one unit per channel of <c>conv1</c>. Unit 3 holds row 3 of
/// <c>conv1.weight</c>, element 3 of <c>conv1.bias</c>, <c>bn1.weight</c>, <c>bn1.bias</c> and the running statistics, and column 3 of <c>conv2.weight</c>.
/// A residual connection makes one group of all layers that add to it.
/// </remarks>
public interface IStructureGroup
{
    /// <summary>The group's name, unique in its model and the same on every run: the first parameter that produces it, without ".weight".</summary>
    string Name { get; }

    /// <summary>What one unit is.</summary>
    StructureGranularity Granularity { get; }

    /// <summary>The number of units that may be cut; numbered from 0.</summary>
    int Count { get; }

    /// <summary>All parameter dimensions that the units hold slices of, producers first.</summary>
    IReadOnlyList<StructureMember> Members { get; }

    /// <summary>
    /// The row that each unit belongs to where rows must keep equally many (attention heads, groups of a convolution), else all zero. Numbered from 0.
    /// </summary>
    IReadOnlyList<int> Rows { get; }
}
