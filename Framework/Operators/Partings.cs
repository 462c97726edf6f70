using Espalier.Graphs;
using Espalier.Labels;
using Espalier.Symbolic;
using static TorchSharp.torch;
using ValueType = Espalier.Graphs.ValueType;

namespace Espalier.Operators;

/// <summary>Parts of a tensor along a dimension.</summary>
internal static class Partings
{
    public static IEnumerable<IOperator> All =>
    [
        new PartsOperator("aten::chunk", 2, Chunks, _ => null, (n, x) => x.chunk(n.Int(1), n.Int(2))),
        new PartsOperator("aten::split.Tensor", 2, (n, size) => Pieces(size, n.Int(1)), SameSizes, (n, x) => x.split(n.Int(1), (int)n.Int(2))),
        new PartsOperator("aten::split_with_sizes", 2, Given, n => n.Sizes(1), (n, x) => x.split(n.Ints(1), n.Int(2))),
        new PartsOperator("aten::tensor_split.sections", 2, Sections, _ => null, (n, x) => x.tensor_split(n.Int(1), n.Int(2))),
        new PartsOperator("aten::tensor_split.indices", 2, Cuts, n => Literals(Cuts(n, Size(n, 2))), (n, x) => x.tensor_split(n.Ints(1), n.Int(2))),
        new Unbind(),
        new Select(),
        new RangeOperator("aten::narrow", Narrow, (n, x) => x.narrow(n.Int(1), n.Int(2), n.Int(3))),
        new RangeOperator("aten::slice.Tensor", Slice, (n, x) => Slice(n, x.shape[Shapes.Dimension(n.Int(1), (int)x.ndim)]) is var (start, length, step)
            ? x.slice(n.Int(1), start, start + (length * step), step)
            : x),
    ];

    private static long Size(Node node, int dimensionAt) =>
        node.Tensor(0).Shape[Shapes.Dimension(node.Int(dimensionAt), node.Tensor(0).Rank)];

    private static long[] Pieces(long size, long piece) => piece > 0
        ? [.. Enumerable.Range(0, (int)Math.Max(1, (size + piece - 1) / piece)).Select(i => Math.Min(piece, size - (i * piece)))]
        : throw new ArgumentException($"the parts' size is {piece}; it must be positive.");

    private static long[] Chunks(Node node, long size) => node.Int(1) > 0
        ? Pieces(size, Math.Max(1, (size + node.Int(1) - 1) / node.Int(1)))
        : throw new ArgumentException($"{node.Int(1)} parts are asked for.");

    private static long[] Given(Node node, long size) => node.Ints(1).Sum() == size
        ? node.Ints(1)
        : throw new ArgumentException($"the parts {Shapes.Text(node.Ints(1))} do not add up to {size}.");

    private static long[] Sections(Node node, long size)
    {
        var count = node.Int(1);
        return count > 0
            ? [.. Enumerable.Range(0, (int)count).Select(i => (size / count) + (i < size % count ? 1 : 0))]
            : throw new ArgumentException($"{count} parts are asked for.");
    }

    private static long[] Cuts(Node node, long size)
    {
        long[] cuts = [0, .. node.Ints(1).Select(c => Math.Clamp(c < 0 ? c + size : c, 0, size)), size];
        return [.. cuts.Skip(1).Select((cut, i) => Math.Max(cut - cuts[i], 0))];
    }

    private static Dim[] SameSizes(Node node)
    {
        var pieces = Pieces(Size(node, 2), node.Int(1));
        return [.. pieces.Select(piece => piece == node.Int(1) ? node.Size(1) : (Dim)piece)];
    }

    private static Dim[] Literals(long[] sizes) => Dims.Of(sizes);

    private static (long Start, long Length, long Step) Narrow(Node node, long size)
    {
        var (start, length) = (node.Int(2), node.Int(3));
        start = start < 0 ? start + size : start;
        return start >= 0 && length >= 0 && start + length <= size
            ? (start, length, 1)
            : throw new ArgumentException($"{length} positions from {node.Int(2)} on do not lie within a size of {size}.");
    }

    private static (long Start, long Length, long Step) Slice(Node node, long size)
    {
        var (start, end, step) = (node.Int(2, 0), node.Int(3, size), node.Int(4, 1));
        if (step < 1)
        {
            throw new ArgumentException($"the step is {step}; it must be positive.");
        }

        start = Math.Clamp(start < 0 ? start + size : start, 0, size);
        end = Math.Clamp(end < 0 ? end + size : end, start, size);
        return (start, (end - start + step - 1) / step, step);
    }

    private sealed class PartsOperator(
        string name, int dimensionAt, Func<Node, long, long[]> sizes, Func<Node, IReadOnlyList<Dim>?> written, Func<Node, Tensor, Tensor[]> run)
        : Operator(name)
    {
        public override ValueType[] Infer(Node node)
        {
            var input = node.Tensor(0);
            var dimension = Dimension(node);
            return [.. sizes(node, input.Shape[dimension]).Select(size => new ValueType(Shapes.With(input.Shape, dimension, size), input.DType))];
        }

        public override void Propagate(Node node, LabelTracker labels)
        {
            var (input, dimension) = (node.Tensor(0), Dimension(node));
            var equal = node.Outputs.Select(o => o.Shape[dimension]).Distinct().Count() == 1;
            if (written(node) is { } given)
            {
                labels.Split(input, node.Outputs, dimension, given);
            }
            else if (equal)
            {
                labels.Split(input, node.Outputs, dimension, null);
            }
            else
            {
                // Parts of different sizes whose number is fixed: which of them a coordinate falls into would change.
                labels.Split(input, node.Outputs, dimension, Literals([.. node.Outputs.Select(o => o.Shape[dimension])]));
            }
        }

        protected override Tensor[] RunAll(Node node, Operands operands) => run(node, operands[0]);

        private int Dimension(Node node) => Shapes.Dimension(node.Int(dimensionAt), node.Tensor(0).Rank);
    }

    private sealed class Unbind() : Operator("aten::unbind.int")
    {
        public override ValueType[] Infer(Node node)
        {
            var input = node.Tensor(0);
            var dimension = Shapes.Dimension(node.Int(1), input.Rank);
            var shape = Shapes.Reduce(input.Shape, [dimension], false);
            return [.. Enumerable.Repeat(new ValueType(shape, input.DType), (int)input.Shape[dimension])];
        }

        public override void Propagate(Node node, LabelTracker labels)
        {
            for (var i = 0; i < node.Outputs.Count; i++)
            {
                labels.Select(node.Tensor(0), node.Outputs[i], Shapes.Dimension(node.Int(1), node.Tensor(0).Rank), i);
            }
        }

        protected override Tensor[] RunAll(Node node, Operands operands) => operands[0].unbind(node.Int(1));
    }

    private sealed class Select() : Operator("aten::select.int")
    {
        public override ValueType[] Infer(Node node)
        {
            var input = node.Tensor(0);
            _ = Index(node);
            return One(Shapes.Reduce(input.Shape, [Shapes.Dimension(node.Int(1), input.Rank)], false), input.DType);
        }

        public override void Propagate(Node node, LabelTracker labels) =>
            labels.Select(node.Tensor(0), node.Output, Shapes.Dimension(node.Int(1), node.Tensor(0).Rank), Index(node));

        protected override Tensor Run(Node node, Operands operands) => operands[0].select(node.Int(1), node.Int(2));

        private static long Index(Node node)
        {
            if (node.Tensor(0).Rank == 0)
            {
                throw new ArgumentException("a number has no positions.");
            }

            var (size, index) = (Size(node, 1), node.Int(2));
            return index >= -size && index < size
                ? index < 0 ? index + size : index
                : throw new ArgumentException($"there is no position {index} in a dimension of {size}.");
        }
    }

    private sealed class RangeOperator(string name, Func<Node, long, (long Start, long Length, long Step)> range, Func<Node, Tensor, Tensor> run)
        : Operator(name)
    {
        public override ValueType[] Infer(Node node)
        {
            var input = node.Tensor(0);
            var dimension = Shapes.Dimension(node.Int(1), input.Rank);
            return One(Shapes.With(input.Shape, dimension, range(node, input.Shape[dimension]).Length), input.DType);
        }

        public override void Propagate(Node node, LabelTracker labels)
        {
            var input = node.Tensor(0);
            var dimension = Shapes.Dimension(node.Int(1), input.Rank);
            var (start, _, step) = range(node, input.Shape[dimension]);
            labels.Slice(input, node.Output, dimension, start, step);
        }

        protected override Tensor Run(Node node, Operands operands) => run(node, operands[0]);
    }
}
