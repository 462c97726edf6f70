using Espalier.Graphs;
using Espalier.Labels;
using static TorchSharp.torch;
using ValueType = Espalier.Graphs.ValueType;

namespace Espalier.Operators;

/// <summary>Orders along a dimension: where an element ends up depends on all others.</summary>
internal static class Orderings
{
    public static IEnumerable<IOperator> All =>
    [
        new OrderOperator("aten::topk", 2, true)
        {
            Length = (n, _) => n.Int(1),
            Function = (n, x) => x.topk((int)n.Int(1), (int)n.Int(2, -1), n.Flag(3, true), n.Flag(4, true)) is var (values, indices)
                ? [values, indices]
                : [],
        },
        new OrderOperator("aten::sort.stable", 2, true)
        {
            Function = (n, x) => x.sort(n.Int(2, -1), n.Flag(3), n.Flag(1)) is var (values, indices) ? [values, indices] : [],
        },
        new OrderOperator("aten::argsort", 1, false) { Function = (n, x) => [x.argsort(n.Int(1, -1), n.Flag(2))] },
    ];

    private sealed class OrderOperator(string name, int dimensionAt, bool hasValues) : Operator(name)
    {
        public required Func<Node, Tensor, Tensor[]> Function { get; init; }

        public Func<Node, long, long> Length { get; init; } = (_, size) => size;

        public override ValueType[] Infer(Node node)
        {
            var input = node.Tensor(0);
            var dimension = Dimension(node);
            var size = input.Rank == 0 ? 1 : input.Shape[dimension];
            var length = Length(node, size);
            if (length > size)
            {
                throw new ArgumentException($"{length} elements are asked for along a dimension of {size}.");
            }

            var shape = input.Rank == 0 ? input.Shape : Shapes.With(input.Shape, dimension, length);
            return hasValues ? [new(shape, input.DType), new(shape, ScalarType.Int64)] : One(shape, ScalarType.Int64);
        }

        public override void Propagate(Node node, LabelTracker labels)
        {
            var input = node.Tensor(0);
            int[] all = [.. Enumerable.Range(0, input.Rank)];
            var dimension = Dimension(node);
            labels.Fix(input, dimension, $"{Name} over it would change");
            foreach (var output in node.Outputs)
            {
                // The ordered dimension is a new one: no coordinate of the input is at a position of its own there.
                labels.Einsum([input], [all], output, [.. all.Select(i => i == dimension ? input.Rank : i)]);
            }
        }

        protected override Tensor[] RunAll(Node node, Operands operands) => Function(node, operands[0]);

        private int Dimension(Node node) => Shapes.Dimension(node.Int(dimensionAt, -1), node.Tensor(0).Rank);
    }
}
