namespace Espalier.Structures;

/// <summary>What one unit of a structure group is.</summary>
public enum StructureGranularity
{
    /// <summary>One coordinate of a width: a channel, a neuron, a hidden unit.</summary>
    Channel,

    /// <summary>One coordinate of a row among several of equal length: one neuron of one attention head.</summary>
    RowElement,

    /// <summary>A whole row, or another set of coordinates that go together: an attention head, a group of a convolution.</summary>
    Block,
}
