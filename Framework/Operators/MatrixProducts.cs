using Espalier.Graphs;
using Espalier.Labels;
using static TorchSharp.torch;
using ValueType = Espalier.Graphs.ValueType;

namespace Espalier.Operators;

/// <summary>Products of vectors, matrices and stacks, all by way of <see cref="Contraction"/>.</summary>
internal static class MatrixProducts
{
    public static IEnumerable<IOperator> All =>
    [
        new ProductOperator("aten::matmul", n => Product(n.Tensor(0), n.Tensor(1)), (_, x) => x[0].matmul(x[1])),
        new ProductOperator("aten::mm", n => Ranked(n, 0, 2, 2), (_, x) => x[0].mm(x[1])),
        new ProductOperator("aten::bmm", n => Ranked(n, 0, 3, 3), (_, x) => x[0].bmm(x[1])),
        new ProductOperator("aten::mv", n => Ranked(n, 0, 2, 1), (_, x) => x[0].mv(x[1])),
        new ProductOperator("aten::dot", n => Ranked(n, 0, 1, 1), (_, x) => x[0].dot(x[1])),
        new ProductOperator("aten::outer", Outer, (_, x) => x[0].outer(x[1])),
        new ProductOperator("aten::addmm", n => Ranked(n, 1, 2, 2), (n, x) => x[0].addmm(x[1], x[2], Beta(n), Alpha(n))) { AddedAt = 0 },
        new ProductOperator("aten::baddbmm", n => Ranked(n, 1, 3, 3), (n, x) => x[0].baddbmm(x[1], x[2], Beta(n), Alpha(n))) { AddedAt = 0 },
        new ProductOperator("aten::addmv", n => Ranked(n, 1, 2, 1), (n, x) => x[0].addmv(x[1], x[2], Beta(n), Alpha(n))) { AddedAt = 0 },
        new ProductOperator("aten::linear", Linear, (_, x) => nn.functional.linear(x[0], x[1], x.Optional(2))) { AddedAt = 2 },
        new ProductOperator("aten::bilinear", Bilinear, (_, x) => nn.functional.bilinear(x[0], x[1], x[2], x.Optional(3))) { AddedAt = 3 },
        new ProductOperator("aten::tensordot", TensorDot, (n, x) => tensordot(x[0], x[1], n.Ints(2), n.Ints(3))),
        new ProductOperator("aten::einsum", n => EinsumEquation.Parse(n.Text(0), n.Tensors(1)), (n, x) => einsum(n.Text(0), x.List(1)!)),
    ];

    /// <summary>The product of two tensors of any rank: vectors, matrices, or stacks of matrices that broadcast.</summary>
    private static Contraction Product(Value a, Value b)
    {
        if (a.Rank == 0 || b.Rank == 0)
        {
            throw new ArgumentException($"the shapes {Shapes.Text(a.Shape)} and {Shapes.Text(b.Shape)} do not fit: a number is no matrix.");
        }

        const int rows = 0, inner = 1, columns = 2, stacks = 3;
        var batch = Math.Max(Math.Max(a.Rank, b.Rank) - 2, 0);
        int[] Stack(int count) => [.. Enumerable.Range(stacks + batch - count, count)];
        int[] left = a.Rank == 1 ? [inner] : [.. Stack(a.Rank - 2), rows, inner];
        int[] right = b.Rank == 1 ? [inner] : [.. Stack(b.Rank - 2), inner, columns];
        if (a.Shape[^1] != b.Shape[b.Rank == 1 ? 0 : b.Rank - 2])
        {
            throw new ArgumentException(
                $"the shapes {Shapes.Text(a.Shape)} and {Shapes.Text(b.Shape)} do not fit: "
                + $"the first has {a.Shape[^1]} columns, the second {b.Shape[b.Rank == 1 ? 0 : b.Rank - 2]} rows.");
        }

        int[] output = [.. Stack(batch)];
        output = a.Rank == 1 ? output : [.. output, rows];
        return new([a, b], [left, right], b.Rank == 1 ? output : [.. output, columns]);
    }

    private static Contraction Ranked(Node node, int first, int rankA, int rankB)
    {
        var (a, b) = (node.Tensor(first), node.Tensor(first + 1));
        Shapes.MustHaveRank("the first factor", a.Shape, rankA);
        Shapes.MustHaveRank("the second factor", b.Shape, rankB);
        return rankA == 3 && a.Shape[0] != b.Shape[0]
            ? throw new ArgumentException($"the stacks hold {a.Shape[0]} and {b.Shape[0]} matrices.")
            : Product(a, b);
    }

    private static Contraction Outer(Node node)
    {
        Shapes.MustHaveRank("the first factor", node.Tensor(0).Shape, 1);
        Shapes.MustHaveRank("the second factor", node.Tensor(1).Shape, 1);
        return new([node.Tensor(0), node.Tensor(1)], [[0], [1]], [0, 1]);
    }

    private static Contraction Linear(Node node)
    {
        var (input, weight) = (node.Tensor(0), node.Tensor(1));
        Shapes.MustHaveRank("the weight", weight.Shape, 1, 2);
        Shapes.MustBe("the input's last size", input.Shape.LastOrDefault(1), weight.Shape[^1], "what the weight takes in");
        int[] batch = [.. Enumerable.Range(2, input.Rank - 1)];
        return weight.Rank == 1
            ? new([input, weight], [[.. batch, 0], [0]], batch)
            : new([input, weight], [[.. batch, 0], [1, 0]], [.. batch, 1]);
    }

    private static Contraction Bilinear(Node node)
    {
        var (a, b, weight) = (node.Tensor(0), node.Tensor(1), node.Tensor(2));
        Shapes.MustHaveRank("the weight", weight.Shape, 3);
        Shapes.MustBe("the first input's last size", a.Shape[^1], weight.Shape[1], "what the weight takes in");
        Shapes.MustBe("the second input's last size", b.Shape[^1], weight.Shape[2], "what the weight takes in");
        int[] batch = [.. Enumerable.Range(3, a.Rank - 1)];
        return new([a, b, weight], [[.. batch, 0], [.. batch, 1], [2, 0, 1]], [.. batch, 2]);
    }

    private static Contraction TensorDot(Node node)
    {
        var (a, b) = (node.Tensor(0), node.Tensor(1));
        int[] left = [.. node.Ints(2).Select(d => Shapes.Dimension(d, a.Rank))], right = [.. node.Ints(3).Select(d => Shapes.Dimension(d, b.Rank))];
        Shapes.MustBe("the number of the second's dimensions", right.Length, left.Length, "that of the first's");
        int[] first = [.. Enumerable.Range(0, a.Rank)];
        int[] second = [.. Enumerable.Range(0, b.Rank).Select(d => Array.IndexOf(right, d) is >= 0 and var k ? left[k] : a.Rank + d)];
        for (var i = 0; i < left.Length; i++)
        {
            Shapes.MustBe("a size of the second", b.Shape[right[i]], a.Shape[left[i]], "its partner's");
        }

        return new([a, b], [first, second], [.. first.Except(left), .. second.Where(index => index >= a.Rank)]);
    }

    private static float Beta(Node node) => (float)node.Number(3, 1);

    private static float Alpha(Node node) => (float)node.Number(4, 1);

    private sealed class ProductOperator(string name, Func<Node, Contraction> product, Func<Node, Operands, Tensor> run) : Operator(name)
    {
        /// <summary>The position of a tensor that is added and broadcasts to the result.</summary>
        public int? AddedAt { get; init; }

        public override ValueType[] Infer(Node node)
        {
            var shape = product(node).Shape;
            if (Added(node) is { } added)
            {
                Shapes.MustBroadcastTo(added.Shape, shape);
            }

            return One(shape, DTypes.Promoted(node));
        }

        public override void Propagate(Node node, LabelTracker labels) => product(node).Propagate(labels, node.Output, Added(node));

        public override long Macs(Node node) => product(node).Products;

        protected override Tensor Run(Node node, Operands operands) => run(node, operands);

        private Value? Added(Node node) => AddedAt is { } at ? node.OptionalTensor(at) : null;
    }
}
