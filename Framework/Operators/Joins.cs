using Espalier.Graphs;
using Espalier.Labels;
using static TorchSharp.torch;
using ValueType = Espalier.Graphs.ValueType;

namespace Espalier.Operators;

/// <summary>Several tensors as one.</summary>
internal static class Joins
{
    public static IEnumerable<IOperator> All => [new Cat(), new Stack()];

    private static void MustMatch(IReadOnlyList<long> a, IReadOnlyList<long> b, int? except)
    {
        if (a.Count != b.Count || a.Where((size, d) => d != except && size != b[d]).Any())
        {
            var besides = except is { } dimension ? $" besides dimension {dimension}" : "";
            throw new ArgumentException($"the shapes {Shapes.Text(a)} and {Shapes.Text(b)} differ{besides}.");
        }
    }

    private sealed class Cat() : Operator("aten::cat")
    {
        public override ValueType[] Infer(Node node)
        {
            var inputs = node.Tensors(0);
            var first = inputs[0];
            if (first.Rank == 0)
            {
                throw new ArgumentException("a number has no dimension to put others after.");
            }

            var dimension = Shapes.Dimension(node.Int(1), first.Rank);
            foreach (var input in inputs)
            {
                MustMatch(first.Shape, input.Shape, dimension);
            }

            return One(Shapes.With(first.Shape, dimension, inputs.Sum(input => input.Shape[dimension])), DTypes.Promote(inputs, []));
        }

        public override void Propagate(Node node, LabelTracker labels) =>
            labels.Concat(node.Tensors(0), node.Output, Shapes.Dimension(node.Int(1), node.Output.Rank));

        protected override Tensor Run(Node node, Operands operands) => cat(operands.List(0)!, node.Int(1));
    }

    private sealed class Stack() : Operator("aten::stack")
    {
        public override ValueType[] Infer(Node node)
        {
            var inputs = node.Tensors(0);
            var shape = inputs[0].Shape;
            foreach (var input in inputs)
            {
                MustMatch(shape, input.Shape, null);
            }

            var dimension = Shapes.Dimension(node.Int(1), shape.Count + 1);
            return One([.. shape.Take(dimension), inputs.Count, .. shape.Skip(dimension)], DTypes.Promote(inputs, []));
        }

        public override void Propagate(Node node, LabelTracker labels) =>
            labels.Stack(node.Tensors(0), node.Output, Shapes.Dimension(node.Int(1), node.Output.Rank));

        protected override Tensor Run(Node node, Operands operands) => stack(operands.List(0)!, node.Int(1));
    }
}
