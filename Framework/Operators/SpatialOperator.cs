using Espalier.Graphs;
using Espalier.Labels;
using static TorchSharp.torch;
using ValueType = Espalier.Graphs.ValueType;

namespace Espalier.Operators;

/// <summary>An operator that changes the sizes of the last dimensions and treats all channels alike.</summary>
/// <param name="name">ATen's name.</param>
/// <param name="spatial">How many dimensions it works over.</param>
/// <param name="resize">Their sizes afterwards.</param>
/// <param name="run">The function.</param>
internal sealed class SpatialOperator(string name, int spatial, Func<Node, long[], long[]> resize, Func<Node, Tensor, Tensor> run) : Operator(name)
{
    public override ValueType[] Infer(Node node)
    {
        var input = node.Tensor(0);
        Shapes.MustHaveRank("the input", input.Shape, spatial + 1, spatial + 2);
        long[] kept = [.. input.Shape.SkipLast(spatial)];
        return One([.. kept, .. resize(node, [.. input.Shape.TakeLast(spatial)])], input.DType);
    }

    public override void Propagate(Node node, LabelTracker labels)
    {
        var (input, rank) = (node.Tensor(0), node.Tensor(0).Rank);
        for (var d = rank - spatial; d < rank; d++)
        {
            labels.Fix(input, d, $"{Name} works over it");
        }

        // The spatial dimensions of the result are new ones.
        int[] all = [.. Enumerable.Range(0, rank)];
        labels.Einsum([input], [all], node.Output, [.. all.Select(d => d < rank - spatial ? d : d + spatial)]);
    }

    protected override Tensor Run(Node node, Operands operands) => run(node, operands[0]);
}
