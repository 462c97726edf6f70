using Espalier.Graphs;
using Espalier.Labels;
using static TorchSharp.torch;

namespace Espalier.Operators;

/// <summary>Reshapes, transposes, and repeats.</summary>
internal static class Shapings
{
    public static IEnumerable<IOperator> All =>
    [
        new ShapingOperator("aten::reshape", n => Sizes(n, 1), Reshaped, (n, x) => x.reshape(n.Ints(1))),
        new ShapingOperator("aten::view", n => Sizes(n, 1), Reshaped, (n, x) => x.reshape(n.Ints(1))),
        new ShapingOperator("aten::flatten.using_ints", Flatten, Following, (n, x) => x.flatten(n.Int(1), n.Int(2, -1))),
        new ShapingOperator("aten::unflatten.int", Unflatten, Unflattened, (n, x) => x.unflatten(n.Int(1), n.Ints(2))),
        new ShapingOperator("aten::squeeze", n => [.. n.Tensor(0).Shape.Where(s => s != 1)], Following, (_, x) => x.squeeze()),
        new ShapingOperator("aten::squeeze.dim", Squeeze, Following, (n, x) => x.squeeze(n.Int(1))),
        new ShapingOperator("aten::unsqueeze", Unsqueeze, Following, (n, x) => x.unsqueeze(n.Int(1))),
        new ShapingOperator("aten::permute", n => Take(n, Order(n)), (n, l) => Permuted(n, l, Order(n)), (n, x) => x.permute(n.Ints(1))),
        new ShapingOperator(
            "aten::transpose.int", n => Take(n, Swap(n)), (n, l) => Permuted(n, l, Swap(n)), (n, x) => x.transpose(n.Int(1), n.Int(2))),
        new ShapingOperator("aten::t", n => Take(n, Matrix(n)), (n, l) => Permuted(n, l, Matrix(n)), (_, x) => x.t()),
        new ShapingOperator("aten::expand", n => Expand(n, n.Ints(1)), Expanded, (n, x) => x.expand(n.Ints(1))),
        new ShapingOperator("aten::broadcast_to", n => Expand(n, n.Ints(1)), Expanded, (n, x) => x.expand(n.Ints(1))),
        new ExpandAs(),
        new ShapingOperator("aten::repeat", Repeat, Repeated, (n, x) => x.repeat(n.Ints(1))),
        new ShapingOperator("aten::repeat_interleave.self_int", Interleave, Interleaved, (n, x) => x.repeat_interleave(n.Int(1), n.Int(2))),
    ];

    private static void Reshaped(Node node, LabelTracker labels) => labels.Reshape(node.Tensor(0), node.Output, node.Sizes(1));

    private static void Following(Node node, LabelTracker labels) => labels.Reshape(node.Tensor(0), node.Output, null);

    private static void Permuted(Node node, LabelTracker labels, int[] order) => labels.Permute(node.Tensor(0), node.Output, order);

    private static void Expanded(Node node, LabelTracker labels) => labels.Expand(node.Tensor(0), node.Output, node.Sizes(1));

    private static long[] Take(Node node, int[] order) => [.. order.Select(d => node.Tensor(0).Shape[d])];

    /// <summary>The sizes at a position with -1 worked out.</summary>
    private static long[] Sizes(Node node, int position) => Complete(node.Tensor(0).Count, node.Ints(position), node.Tensor(0).Shape);

    private static long[] Complete(long count, long[] sizes, IReadOnlyList<long> shape)
    {
        var known = sizes.Where(s => s != -1).Aggregate(1L, (total, size) => total * size);
        var open = sizes.Count(s => s == -1);
        return open <= 1 && !sizes.Any(s => s < -1) && (open == 0 ? known == count : known != 0 && count % known == 0)
            ? [.. sizes.Select(s => s == -1 ? count / known : s)]
            : throw new ArgumentException($"the {count} elements of {Shapes.Text(shape)} do not make {Shapes.Text(sizes)}.");
    }

    private static long[] Flatten(Node node)
    {
        var shape = node.Tensor(0).Shape;
        if (shape.Count == 0)
        {
            return [1];
        }

        var (start, end) = (Shapes.Dimension(node.Int(1), shape.Count), Shapes.Dimension(node.Int(2, -1), shape.Count));
        return start <= end
            ? [.. shape.Take(start), shape.Skip(start).Take(end - start + 1).Aggregate(1L, (a, b) => a * b), .. shape.Skip(end + 1)]
            : throw new ArgumentException($"dimension {end} is before dimension {start}.");
    }

    private static long[] Unflatten(Node node)
    {
        var shape = node.Tensor(0).Shape;
        var dimension = Shapes.Dimension(node.Int(1), shape.Count);
        return [.. shape.Take(dimension), .. Complete(shape[dimension], node.Ints(2), [shape[dimension]]), .. shape.Skip(dimension + 1)];
    }

    private static void Unflattened(Node node, LabelTracker labels)
    {
        var shape = node.Tensor(0).Shape;
        var dimension = Shapes.Dimension(node.Int(1), shape.Count);

        // The other dimensions follow: they are written as the sizes of the input's own.
        Symbolic.Dim Own(int d) => new(shape[d], new Symbolic.DimSource.SizeOf(node.Tensor(0), d));
        labels.Reshape(
            node.Tensor(0), node.Output,
            [
                .. Enumerable.Range(0, dimension).Select(Own), .. node.Sizes(2),
                .. Enumerable.Range(dimension + 1, shape.Count - dimension - 1).Select(Own),
            ]);
    }

    private static long[] Squeeze(Node node)
    {
        var shape = node.Tensor(0).Shape;
        var dimension = Shapes.Dimension(node.Int(1), shape.Count);
        return [.. shape.Where((size, d) => d != dimension || size != 1)];
    }

    private static long[] Unsqueeze(Node node)
    {
        var shape = node.Tensor(0).Shape;
        var dimension = Shapes.Dimension(node.Int(1), shape.Count + 1);
        return [.. shape.Take(dimension), 1, .. shape.Skip(dimension)];
    }

    private static int[] Order(Node node)
    {
        var rank = node.Tensor(0).Rank;
        var order = Shapes.DimensionsOf(node.Ints(1), rank);
        return order.Length == rank ? order : throw new ArgumentException($"{Shapes.Text(node.Ints(1))} does not order {rank} dimensions.");
    }

    private static int[] Swap(Node node)
    {
        var rank = node.Tensor(0).Rank;
        int[] order = [.. Enumerable.Range(0, rank)];
        if (rank > 0)
        {
            var (a, b) = (Shapes.Dimension(node.Int(1), rank), Shapes.Dimension(node.Int(2), rank));
            (order[a], order[b]) = (b, a);
        }

        return order;
    }

    private static int[] Matrix(Node node) => node.Tensor(0).Rank switch
    {
        0 => [],
        1 => [0],
        2 => [1, 0],
        var rank => throw new ArgumentException($"t() is for matrices; the input has {rank} dimensions."),
    };

    private static long[] Expand(Node node, long[] sizes)
    {
        var shape = node.Tensor(0).Shape;
        var added = sizes.Length - shape.Count;
        long[] result = added < 0 ? [] : [.. sizes.Select((size, d) => size == -1 && d >= added ? shape[d - added] : size)];
        if (added < 0 || result.Any(s => s < 0) || shape.Where((size, d) => size != 1 && size != result[d + added]).Any())
        {
            throw new ArgumentException($"the shape {Shapes.Text(shape)} does not expand to {Shapes.Text(sizes)}.");
        }

        return result;
    }

    private static long[] Repeat(Node node)
    {
        var (shape, repeats) = (node.Tensor(0).Shape, node.Ints(1));
        var added = repeats.Length - shape.Count;
        return added >= 0
            ? [.. repeats.Select((times, d) => d < added ? times : times * shape[d - added])]
            : throw new ArgumentException($"{repeats.Length} repeats are too few for the shape {Shapes.Text(shape)}.");
    }

    private static void Repeated(Node node, LabelTracker labels)
    {
        var (input, repeats) = (node.Tensor(0), node.Ints(1));
        var added = repeats.Length - input.Rank;
        int[] copied = [.. Enumerable.Range(0, input.Rank).Where(d => repeats[d + added] != 1 && input.Shape[d] != 1)];
        if (copied.Length == 0)
        {
            labels.Expand(input, node.Output);
        }
        else if (copied is [var only])
        {
            labels.Repeat(input, node.Output, only + added, (int)repeats[only + added], interleaved: false);
        }
        else
        {
            foreach (var d in copied)
            {
                labels.Fix(input, d, "aten::repeat copies it along several dimensions");
            }

            // What is copied is new; the rest keeps its coordinates.
            labels.Einsum([input], [[.. Enumerable.Range(added, input.Rank)]], node.Output, [.. repeats.Select((_, d) =>
                copied.Contains(d - added) ? repeats.Length + d : d)]);
        }
    }

    private static long[] Interleave(Node node)
    {
        var shape = node.Tensor(0).Shape;
        var dimension = Shapes.Dimension(node.Int(2), shape.Count);
        return node.Int(1) >= 0
            ? Shapes.With(shape, dimension, checked(shape[dimension] * node.Int(1)))
            : throw new ArgumentException($"{node.Int(1)} repeats are asked for.");
    }

    private static void Interleaved(Node node, LabelTracker labels) =>
        labels.Repeat(node.Tensor(0), node.Output, Shapes.Dimension(node.Int(2), node.Tensor(0).Rank), (int)node.Int(1), interleaved: true);

    private sealed class ExpandAs() : Operator("aten::expand_as")
    {
        public override Graphs.ValueType[] Infer(Node node) => One(Expand(node, [.. node.Tensor(1).Shape]), node.Tensor(0).DType);

        public override void Propagate(Node node, LabelTracker labels) => labels.Elementwise([node.Tensor(0), node.Tensor(1)], node.Output);

        protected override Tensor Run(Node node, Operands operands) => operands[0].expand_as(operands[1]);
    }
}
