using Espalier.Graphs;
using Espalier.Labels;
using static TorchSharp.torch;
using ValueType = Espalier.Graphs.ValueType;

namespace Espalier.Operators;

/// <summary>Elements by positions that tensors hold: those may be any, so the dimension must stay as it is.</summary>
internal static class Indexings
{
    public static IEnumerable<IOperator> All =>
    [
        new Embedding(), new IndexSelect(), new Index(), new Gather(),
        new WriteOperator("aten::scatter.src", (n, x) => x[0].scatter(n.Int(1), x[2], x[3])),
        new WriteOperator("aten::scatter_add", (n, x) => x[0].scatter_add(n.Int(1), x[2], x[3])),
        new WriteOperator("aten::index_add", (n, x) => x[0].index_add(n.Int(1), x[2], x[3], n.Scalar(4, 1))),
        new OneHot(),
    ];

    private static void MustBeWhole(Value index)
    {
        if (is_floating_point(index.DType) || index.DType == ScalarType.Bool)
        {
            throw new ArgumentException($"positions must be whole numbers; these are {index.DType}.");
        }
    }

    private sealed class Embedding() : Operator("aten::embedding")
    {
        public override ValueType[] Infer(Node node)
        {
            var (weight, positions) = (node.Tensor(0), node.Tensor(1));
            Shapes.MustHaveRank("the weight", weight.Shape, 2);
            MustBeWhole(positions);
            return One([.. positions.Shape, weight.Shape[1]], weight.DType);
        }

        public override void Propagate(Node node, LabelTracker labels)
        {
            var (weight, positions) = (node.Tensor(0), node.Tensor(1));
            labels.Fix(weight, 0, "aten::embedding looks rows up by number");
            int[] batch = [.. Enumerable.Range(2, positions.Rank)];
            labels.Einsum([weight, positions], [[0, 1], batch], node.Output, [.. batch, 1]);
        }

        protected override Tensor Run(Node node, Operands operands) =>
            operands[0].index_select(0, operands[1].flatten()).reshape([.. operands[1].shape, operands[0].shape[1]]);
    }

    private sealed class IndexSelect() : Operator("aten::index_select")
    {
        public override ValueType[] Infer(Node node)
        {
            var (input, positions) = (node.Tensor(0), node.Tensor(2));
            MustBeWhole(positions);
            Shapes.MustHaveRank("the tensor of positions", positions.Shape, 0, 1);
            return One(Shapes.With(input.Shape, Shapes.Dimension(node.Int(1), input.Rank), positions.Count), input.DType);
        }

        public override void Propagate(Node node, LabelTracker labels)
        {
            var input = node.Tensor(0);
            var dimension = Shapes.Dimension(node.Int(1), input.Rank);
            labels.Fix(input, dimension, "aten::index_select looks positions up by number");
            int[] all = [.. Enumerable.Range(0, input.Rank)];
            labels.Einsum([input], [all], node.Output, [.. all.Select(d => d == dimension ? input.Rank : d)]);
        }

        protected override Tensor Run(Node node, Operands operands) => operands[0].index_select(node.Int(1), operands[2]);
    }

    private sealed class Index() : Operator("aten::index.Tensor")
    {
        public override ValueType[] Infer(Node node)
        {
            var (input, lists) = (node.Tensor(0), Lists(node));
            var given = lists.OfType<Value>().ToArray();
            foreach (var list in given)
            {
                if (list.DType is ScalarType.Bool or ScalarType.Byte)
                {
                    throw new ArgumentException("a mask picks as many elements as it holds: the shape depends on numbers. Use where or masked_fill.");
                }

                MustBeWhole(list);
            }

            if (lists.Count > input.Rank)
            {
                throw new ArgumentException($"there are {lists.Count} indices for the {input.Rank} dimensions of {Shapes.Text(input.Shape)}.");
            }

            var picked = Shapes.Broadcast(given.Select(list => list.Shape));
            var shape = Arrange(lists, input.Rank, picked.Length).Select(d => d < input.Rank ? input.Shape[d] : picked[d - input.Rank]);
            return One(shape, input.DType);
        }

        public override void Propagate(Node node, LabelTracker labels)
        {
            var (input, lists) = (node.Tensor(0), Lists(node));
            for (var d = 0; d < lists.Count; d++)
            {
                if (lists[d] is not null)
                {
                    labels.Fix(input, d, "aten::index looks positions up by number");
                }
            }

            var picked = Shapes.Broadcast(lists.OfType<Value>().Select(list => list.Shape)).Length;
            labels.Einsum([input], [[.. Enumerable.Range(0, input.Rank)]], node.Output, Arrange(lists, input.Rank, picked));
        }

        protected override Tensor Run(Node node, Operands operands) => operands[0].index(
        [
            .. operands.List(1).Select(list => list is null ? TensorIndex.Colon : TensorIndex.Tensor(list)),
        ]);

        private static IReadOnlyList<Value?> Lists(Node node) => ((Argument.Tensors)node.Arguments[1]).Values;

        // The picked dimensions stand where the indexed ones were; in front of all if those are not neighbours.
        private static int[] Arrange(IReadOnlyList<Value?> lists, int rank, int picked)
        {
            int[] indexed = [.. Enumerable.Range(0, lists.Count).Where(d => lists[d] is not null)];
            var rest = Enumerable.Range(0, rank).Except(indexed).ToList();
            var neighbours = indexed[^1] - indexed[0] == indexed.Length - 1;
            rest.InsertRange(neighbours ? indexed[0] : 0, Enumerable.Range(rank, picked));
            return [.. rest];
        }
    }

    private sealed class Gather() : Operator("aten::gather")
    {
        public override ValueType[] Infer(Node node)
        {
            var (input, positions) = (node.Tensor(0), node.Tensor(2));
            MustBeWhole(positions);
            var dimension = Shapes.Dimension(node.Int(1), input.Rank);
            if (positions.Rank != input.Rank || positions.Shape.Where((size, d) => d != dimension && size > input.Shape[d]).Any())
            {
                throw new ArgumentException(
                    $"the positions' shape {Shapes.Text(positions.Shape)} does not lie within {Shapes.Text(input.Shape)} besides dimension {dimension}.");
            }

            return One(positions.Shape, input.DType);
        }

        public override void Propagate(Node node, LabelTracker labels)
        {
            // Where the positions cover a dimension, both go together; where they cover a part, which part is up to them.
            var (input, positions) = (node.Tensor(0), node.Tensor(2));
            var dimension = Shapes.Dimension(node.Int(1), input.Rank);
            int[] all = [.. Enumerable.Range(0, input.Rank)];
            int[] own = [.. all.Select(d => d == dimension || input.Shape[d] != positions.Shape[d] ? input.Rank + d : d)];
            for (var d = 0; d < input.Rank; d++)
            {
                if (own[d] != d)
                {
                    labels.Fix(input, d, "aten::gather looks positions up by number");
                }
            }

            labels.Einsum([input, positions], [own, all], node.Output, all);
        }

        protected override Tensor Run(Node node, Operands operands) => operands[0].gather(node.Int(1), operands[2]);
    }

    private sealed class WriteOperator(string name, Func<Node, Operands, Tensor> run) : Operator(name)
    {
        public override ValueType[] Infer(Node node)
        {
            MustBeWhole(node.Tensor(2));
            _ = Shapes.Dimension(node.Int(1), node.Tensor(0).Rank);
            return One(node.Tensor(0).Shape, node.Tensor(0).DType);
        }

        public override void Propagate(Node node, LabelTracker labels)
        {
            foreach (var value in node.Inputs.Append(node.Output))
            {
                labels.Pin(value, $"{Name} writes to positions by number");
            }
        }

        protected override Tensor Run(Node node, Operands operands) => run(node, operands);
    }

    private sealed class OneHot() : Operator("aten::one_hot")
    {
        public override ValueType[] Infer(Node node) => node.Int(1, -1) is var classes && classes > 0
            ? One([.. node.Tensor(0).Shape, classes], ScalarType.Int64)
            : throw new ArgumentException("without num_classes the shape depends on numbers.");

        public override void Propagate(Node node, LabelTracker labels)
        {
            int[] all = [.. Enumerable.Range(0, node.Tensor(0).Rank)];
            labels.Einsum([node.Tensor(0)], [all], node.Output, [.. all, all.Length]);
        }

        protected override Tensor Run(Node node, Operands operands) => nn.functional.one_hot(operands[0], node.Int(1));
    }
}
