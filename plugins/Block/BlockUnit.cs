using Espalier.Graphs;
using Espalier.Structures;

namespace Espalier.Plugins.Block;

/// <summary>What goes at a time: residual branches, each of which adds to the sum of the one before.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Branches">The branches, in order.</param>
internal sealed record BlockUnit(string Name, IReadOnlyList<ResidualBranch> Branches)
{
    /// <summary>What comes in.</summary>
    public Value Start => Branches[0].Shortcut;

    /// <summary>What goes out, which is what comes in once the branches are gone.</summary>
    public Value End => Branches[^1].Sum.Output;

    /// <summary>
    /// The dimension of a position's features: the one that the model's structure can cut; where it can cut none, the channels of a block that convolves and the last
    /// dimension of others.
    /// </summary>
    public int FeatureDimension(ModelStructure structure) => structure.UnitsOf(End).SelectMany(units => units.Dimensions).Distinct().ToArray() is [var only]
        ? only
        : End.Rank > 2 && Branches.SelectMany(branch => branch.Nodes).Any(IsConvolutional) ? 1 : End.Rank - 1;

    private static bool IsConvolutional(Node node) =>
        node.Operator.StartsWith("aten::conv", StringComparison.Ordinal) || node.Operator is "aten::_convolution" or "aten::batch_norm";
}
