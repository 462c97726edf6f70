using Espalier.Graphs;
using Espalier.Labels;
using TorchSharp;
using static TorchSharp.torch;
using ValueType = Espalier.Graphs.ValueType;

namespace Espalier.Operators;

/// <summary>Padding, windows and distances.</summary>
internal static class Paddings
{
    public static IEnumerable<IOperator> All =>
        [new Pad(), new Unfold(), new Diagonal(), new ImageToColumns(), new ColumnsToImage(), new Distances()];

    private sealed class Pad() : Operator("aten::pad")
    {
        public override ValueType[] Infer(Node node)
        {
            var (input, pad, mode) = (node.Tensor(0), node.Ints(1), node.Text(2, "constant"));
            if (pad.Length % 2 != 0 || pad.Length / 2 > input.Rank)
            {
                throw new ArgumentException($"{Shapes.Text(pad)} is not one pair for each of some of the {input.Rank} dimensions.");
            }

            long[] shape = [.. input.Shape];
            for (var i = 0; i < pad.Length / 2; i++)
            {
                ref var size = ref shape[^(i + 1)];
                var (before, after) = (pad[2 * i], pad[(2 * i) + 1]);
                if (size + before + after < 0 || (mode == "reflect" && Math.Max(before, after) >= size))
                {
                    throw new ArgumentException($"a size of {size} cannot be padded ({mode}) with {before} and {after}.");
                }

                size += before + after;
            }

            return One(shape, input.DType);
        }

        public override void Propagate(Node node, LabelTracker labels)
        {
            var (input, pad) = (node.Tensor(0), node.Ints(1));
            var isConstant = node.Text(2, "constant") == "constant";
            var pads = new (long Before, long After)[input.Rank];
            for (var i = 0; i < pad.Length / 2; i++)
            {
                var dimension = input.Rank - 1 - i;
                pads[dimension] = (pad[2 * i], pad[(2 * i) + 1]);
                if (pads[dimension] != (0, 0) && (!isConstant || pads[dimension].Before < 0 || pads[dimension].After < 0))
                {
                    labels.Fix(input, dimension, "aten::pad repeats or crops it");
                }
            }

            labels.Pad(input, node.Output, pads);
        }

        protected override Tensor Run(Node node, Operands operands) => nn.functional.pad(operands[0], node.Ints(1), node.Text(2, "constant") switch
        {
            "reflect" => PaddingModes.Reflect,
            "replicate" => PaddingModes.Replicate,
            "circular" => PaddingModes.Circular,
            _ => PaddingModes.Constant,
        }, node.Number(3));
    }

    private sealed class Unfold() : Operator("aten::unfold")
    {
        public override ValueType[] Infer(Node node)
        {
            var input = node.Tensor(0);
            var dimension = Shapes.Dimension(node.Int(1), input.Rank);
            var count = Windows.Count(input.Shape[dimension], node.Int(2), node.Int(3), 0, 1);
            return One([.. Shapes.With(input.Shape, dimension, count), node.Int(2)], input.DType);
        }

        public override void Propagate(Node node, LabelTracker labels)
        {
            var input = node.Tensor(0);
            var dimension = Shapes.Dimension(node.Int(1), input.Rank);
            labels.Fix(input, dimension, "aten::unfold slides over it");
            int[] all = [.. Enumerable.Range(0, input.Rank)];
            labels.Einsum([input], [all], node.Output, [.. all.Select(d => d == dimension ? input.Rank : d), input.Rank + 1]);
        }

        protected override Tensor Run(Node node, Operands operands) => operands[0].unfold(node.Int(1), node.Int(2), node.Int(3));
    }

    private sealed class Diagonal() : Operator("aten::diagonal")
    {
        public override ValueType[] Infer(Node node)
        {
            var (input, offset) = (node.Tensor(0), node.Int(1));
            var (a, b) = Two(node);
            var length = Math.Min(input.Shape[a] + Math.Min(offset, 0), input.Shape[b] - Math.Max(offset, 0));
            return One([.. Shapes.Reduce(input.Shape, [a, b], false), Math.Max(length, 0)], input.DType);
        }

        public override void Propagate(Node node, LabelTracker labels)
        {
            var input = node.Tensor(0);
            var (a, b) = Two(node);
            labels.Fix(input, a, "aten::diagonal pairs positions");
            labels.Fix(input, b, "aten::diagonal pairs positions");
            int[] all = [.. Enumerable.Range(0, input.Rank)];
            labels.Einsum([input], [all], node.Output, [.. all.Where(d => d != a && d != b), input.Rank]);
        }

        protected override Tensor Run(Node node, Operands operands) => operands[0].diagonal(node.Int(1), node.Int(2), node.Int(3, 1));

        private static (int, int) Two(Node node)
        {
            var rank = node.Tensor(0).Rank;
            var (a, b) = (Shapes.Dimension(node.Int(2), rank), Shapes.Dimension(node.Int(3, 1), rank));
            return a != b ? (a, b) : throw new ArgumentException($"a diagonal needs two dimensions, not {a} twice.");
        }
    }

    private sealed class ImageToColumns() : Operator("aten::im2col")
    {
        public override ValueType[] Infer(Node node)
        {
            var input = node.Tensor(0);
            Shapes.MustHaveRank("the input", input.Shape, 3, 4);
            var kernel = node.Ints(1, 2);
            long[] counts =
            [
                .. Enumerable.Range(0, 2).Select(i =>
                    Windows.Count(input.Shape[^(2 - i)], kernel[i], node.Ints(4, 2)[i], node.Ints(3, 2)[i], node.Ints(2, 2)[i])),
            ];
            return One([.. input.Shape.SkipLast(3), input.Shape[^3] * kernel[0] * kernel[1], counts[0] * counts[1]], input.DType);
        }

        public override void Propagate(Node node, LabelTracker labels) => PinAll(node, labels, "aten::im2col mixes channels and positions");

        protected override Tensor Run(Node node, Operands operands) => nn.functional.unfold(
            operands[0], Pair(node, 1), Pair(node, 2), Pair(node, 3), Pair(node, 4));
    }

    private sealed class ColumnsToImage() : Operator("aten::col2im")
    {
        public override ValueType[] Infer(Node node)
        {
            var input = node.Tensor(0);
            Shapes.MustHaveRank("the input", input.Shape, 2, 3);
            var (size, kernel) = (node.Ints(1, 2), node.Ints(2, 2));
            var counts = Enumerable.Range(0, 2).Select(i =>
                Windows.Count(size[i], kernel[i], node.Ints(5, 2)[i], node.Ints(4, 2)[i], node.Ints(3, 2)[i]));
            Shapes.MustBe("the number of columns", input.Shape[^1], counts.Aggregate(1L, (a, b) => a * b), "the number of windows");
            Shapes.MustBe("what is left of the rows over the window", input.Shape[^2] % (kernel[0] * kernel[1]), 0, "what may be");
            return One([.. input.Shape.SkipLast(2), input.Shape[^2] / (kernel[0] * kernel[1]), .. size], input.DType);
        }

        public override void Propagate(Node node, LabelTracker labels) => PinAll(node, labels, "aten::col2im mixes channels and positions");

        protected override Tensor Run(Node node, Operands operands) => nn.functional.fold(
            operands[0], Pair(node, 1), Pair(node, 2), Pair(node, 3), Pair(node, 4), Pair(node, 5));
    }

    private sealed class Distances() : Operator("aten::cdist")
    {
        public override ValueType[] Infer(Node node)
        {
            var (a, b) = (node.Tensor(0), node.Tensor(1));
            Shapes.MustBe("the second's last size", b.Shape[^1], a.Shape[^1], "the first's");
            return One([.. Shapes.Broadcast([.. a.Shape.SkipLast(2)], [.. b.Shape.SkipLast(2)]), a.Shape[^2], b.Shape[^2]], DTypes.Promoted(node));
        }

        public override void Propagate(Node node, LabelTracker labels) => PinAll(node, labels, "aten::cdist compares all coordinates");

        protected override Tensor Run(Node node, Operands operands) => cdist(operands[0], operands[1], node.Number(2, 2));
    }

    private static (long, long) Pair(Node node, int position) => (node.Ints(position, 2)[0], node.Ints(position, 2)[1]);

    private static void PinAll(Node node, LabelTracker labels, string reason)
    {
        foreach (var value in node.Inputs.Concat(node.Outputs))
        {
            labels.Pin(value, reason);
        }
    }
}
