using Espalier.Graphs;
using Espalier.Labels;
using static TorchSharp.torch;
using ValueType = Espalier.Graphs.ValueType;

namespace Espalier.Operators;

/// <summary>Functions that keep the shape, and whose result depends on the positions along some dimensions.</summary>
internal static class AlongDimensions
{
    public static IEnumerable<IOperator> All =>
    [
        new AlongOperator("aten::softmax.int", One, DTypes.As(2), (n, x) => x.softmax(n.Int(1), n.Type(2))),
        new AlongOperator("aten::log_softmax.int", One, DTypes.As(2), (n, x) => x.log_softmax(n.Int(1), n.Type(2))),
        new AlongOperator("aten::cumsum", One, DTypes.SumAs(2), (n, x) => x.cumsum(n.Int(1), n.Type(2))),
        new AlongOperator("aten::cumprod", One, DTypes.SumAs(2), (n, x) => x.cumprod(n.Int(1), n.Type(2))),
        new AlongOperator("aten::tril", LastTwo, DTypes.Same, (n, x) => x.tril(n.Int(1))),
        new AlongOperator("aten::triu", LastTwo, DTypes.Same, (n, x) => x.triu(n.Int(1))),
        new AlongOperator("aten::flip", n => Shapes.DimensionsOf(n.Ints(1), n.Tensor(0).Rank), DTypes.Same, (n, x) => x.flip(n.Ints(1))),
        new AlongOperator("aten::roll", RollDimensions, DTypes.Same, (n, x) => x.roll(n.Ints(1), n.Ints(2))),
    ];

    private static int[] One(Node node) => [Shapes.Dimension(node.Int(1), node.Tensor(0).Rank)];

    private static int[] LastTwo(Node node)
    {
        var rank = node.Tensor(0).Rank;
        return rank >= 2 ? [rank - 2, rank - 1] : throw new ArgumentException($"a triangle needs 2 dimensions; the input has {rank}.");
    }

    private static int[] RollDimensions(Node node)
    {
        var (shifts, dimensions) = (node.Ints(1), node.Ints(2));
        Shapes.MustBe("the number of dimensions", dimensions.Length, shifts.Length, "the number of shifts");
        return [.. dimensions.Select(d => Shapes.Dimension(d, node.Tensor(0).Rank))];
    }

    private sealed class AlongOperator(string name, Func<Node, int[]> dimensions, DTypeRule dtype, Func<Node, Tensor, Tensor> run) : Operator(name)
    {
        public override ValueType[] Infer(Node node)
        {
            _ = dimensions(node);
            return One(node.Tensor(0).Shape, dtype(node));
        }

        public override void Propagate(Node node, LabelTracker labels)
        {
            var input = node.Tensor(0);
            foreach (var dimension in dimensions(node).Where(d => d < input.Rank))
            {
                labels.Fix(input, dimension, $"{Name} needs all of it");
            }

            labels.Copy(input, node.Output);
        }

        protected override Tensor Run(Node node, Operands operands) => run(node, operands[0]);
    }
}
