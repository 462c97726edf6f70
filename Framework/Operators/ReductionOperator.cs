using Espalier.Graphs;
using Espalier.Labels;
using static TorchSharp.torch;
using ValueType = Espalier.Graphs.ValueType;

namespace Espalier.Operators;

/// <summary>One number in the place of each line along some dimensions.</summary>
/// <param name="name">ATen's name.</param>
/// <param name="dtype">The dtype of the results.</param>
/// <param name="run">The function.</param>
internal sealed class ReductionOperator(string name, DTypeRule dtype, Func<Node, Tensor, Tensor[]> run) : Operator(name)
{
    /// <summary>The position of the argument that names dimensions; none: all of them.</summary>
    public int? DimensionsAt { get; init; }

    /// <summary>The position of the argument that keeps them as ones.</summary>
    public int? KeepAt { get; init; }

    /// <summary>Whether a coordinate may go from what is reduced without changing the kind of result: only sums are like that.</summary>
    public bool IsSum { get; init; }

    /// <summary>Whether the positions of the results are a second result.</summary>
    public bool HasIndices { get; init; }

    public override ValueType[] Infer(Node node)
    {
        var input = node.Tensor(0);
        var shape = Shapes.Reduce(input.Shape, Dimensions(node), Keeps(node));
        return HasIndices ? [new(shape, dtype(node)), new(shape, ScalarType.Int64)] : One(shape, dtype(node));
    }

    public override void Propagate(Node node, LabelTracker labels)
    {
        var input = node.Tensor(0);
        var dimensions = Dimensions(node);
        foreach (var dimension in IsSum ? [] : dimensions.Where(d => d < input.Rank))
        {
            labels.Fix(input, dimension, $"{Name} over it would change");
        }

        foreach (var output in node.Outputs)
        {
            labels.Sum(input, output, dimensions, Keeps(node));
        }
    }

    protected override Tensor[] RunAll(Node node, Operands operands) => run(node, operands[0]);

    private int[] Dimensions(Node node)
    {
        var rank = node.Tensor(0).Rank;
        var given = DimensionsAt is { } at && at < node.Arguments.Count && node.Arguments[at] is not Argument.None ? node.Ints(at) : [];
        var dimensions = Shapes.DimensionsOf(given, rank);
        return rank == 0 ? [] : dimensions;
    }

    private bool Keeps(Node node) => KeepAt is { } at && node.Flag(at);
}
