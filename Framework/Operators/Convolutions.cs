using Espalier.Graphs;
using Espalier.Labels;
using static TorchSharp.torch;
using ValueType = Espalier.Graphs.ValueType;

namespace Espalier.Operators;

/// <summary>Convolutions of one to three spatial dimensions, in groups, transposed.</summary>
internal static class Convolutions
{
    public static IEnumerable<IOperator> All =>
    [
        new ConvolutionOperator("aten::conv1d", 1, (n, x) => nn.functional.conv1d(
            x[0], x[1], x.Optional(2), n.Ints(3, 1, 1)[0], n.Ints(4, 1)[0], n.Ints(5, 1, 1)[0], n.Int(6, 1))),
        new ConvolutionOperator("aten::conv2d", 2, (n, x) => nn.functional.conv2d(
            x[0], x[1], x.Optional(2), n.Ints(3, 2, 1), n.Ints(4, 2), n.Ints(5, 2, 1), n.Int(6, 1))),
        new ConvolutionOperator("aten::conv3d", 3, (n, x) => nn.functional.conv3d(
            x[0], x[1], x.Optional(2), n.Ints(3, 3, 1), n.Ints(4, 3), n.Ints(5, 3, 1), n.Int(6, 1))),
        new TransposedOperator("aten::conv_transpose1d", 1, (n, x) => nn.functional.conv_transpose1d(
            x[0], x[1], x.Optional(2), n.Ints(3, 1, 1)[0], n.Ints(4, 1)[0], n.Ints(5, 1)[0], n.Ints(7, 1, 1)[0], n.Int(6, 1))),
        new TransposedOperator("aten::conv_transpose2d.input", 2, (n, x) => nn.functional.conv_transpose2d(
            x[0], x[1], x.Optional(2), n.Ints(3, 2, 1), n.Ints(4, 2), n.Ints(5, 2), n.Ints(7, 2, 1), n.Int(6, 1))),
        new TransposedOperator("aten::conv_transpose3d.input", 3, (n, x) => nn.functional.conv_transpose3d(
            x[0], x[1], x.Optional(2), n.Ints(3, 3, 1), n.Ints(4, 3), n.Ints(5, 3), n.Ints(7, 3, 1), n.Int(6, 1))),
    ];

    /// <summary>What both directions share: the channels, the groups, and how labels pass.</summary>
    private abstract class ChannelOperator(string name, int spatial, bool transposed, Func<Node, Operands, Tensor> run) : Operator(name)
    {
        protected int Spatial { get; } = spatial;

        public override ValueType[] Infer(Node node)
        {
            var (input, weight, groups) = (node.Tensor(0), node.Tensor(1), node.Int(6, 1));
            Shapes.MustHaveRank("the input", input.Shape, Spatial + 1, Spatial + 2);
            Shapes.MustHaveRank("the weight", weight.Shape, Spatial + 2);
            var channelsIn = transposed ? weight.Shape[0] : weight.Shape[1] * groups;
            var channelsOut = transposed ? weight.Shape[1] * groups : weight.Shape[0];
            Shapes.MustBe("the input's number of channels", input.Shape[^(Spatial + 1)], channelsIn, "what the weight takes in");
            if (groups < 1 || channelsIn % groups != 0 || channelsOut % groups != 0)
            {
                throw new ArgumentException($"{channelsIn} channels in and {channelsOut} out do not make {groups} equal groups.");
            }

            if (node.OptionalTensor(2) is { } bias)
            {
                Shapes.MustHaveRank("the bias", bias.Shape, 1);
                Shapes.MustBe("the size of the bias", bias.Shape[0], channelsOut, "the number of channels out");
            }

            IEnumerable<long> sizes = Enumerable.Range(0, Spatial).Select(i => Size(node, input.Shape[^(Spatial - i)], weight.Shape[i + 2], i));
            return One([.. input.Shape.Take(input.Rank - Spatial - 1), channelsOut, .. sizes], DTypes.Promoted(node));
        }

        public override void Propagate(Node node, LabelTracker labels)
        {
            var (input, weight, bias, groups) = (node.Tensor(0), node.Tensor(1), node.OptionalTensor(2), node.Int(6, 1));
            foreach (var value in new[] { input, node.Output })
            {
                for (var d = value.Rank - Spatial; d < value.Rank; d++)
                {
                    labels.Fix(value, d, $"{Name} slides over it");
                }
            }

            for (var d = 2; d < weight.Rank; d++)
            {
                labels.Fix(weight, d, $"it is the kernel size of {Name}");
            }

            if (groups > 1)
            {
                labels.GroupedConvolution(input, weight, bias, node.Output, node.Size(6), transposed);
                return;
            }

            // Indices: 0 channels in, 1 channels out, then the batch, the input's, the weight's and the result's spatial dimensions.
            int[] batch = [.. Enumerable.Range(2, input.Rank - Spatial - 1)];
            int[] At(int first) => [.. Enumerable.Range(first, Spatial)];
            int[] kernel = transposed ? [0, 1, .. At(20)] : [1, 0, .. At(20)];
            int[] result = [.. batch, 1, .. At(30)];
            if (bias is null)
            {
                labels.Einsum([input, weight], [[.. batch, 0, .. At(10)], kernel], node.Output, result);
            }
            else
            {
                labels.Einsum([input, weight, bias], [[.. batch, 0, .. At(10)], kernel, [1]], node.Output, result);
            }
        }

        protected abstract long Size(Node node, long size, long kernel, int dimension);

        protected override Tensor Run(Node node, Operands operands) => run(node, operands);
    }

    private sealed class ConvolutionOperator(string name, int spatial, Func<Node, Operands, Tensor> run) : ChannelOperator(name, spatial, false, run)
    {
        // Every element of the result adds up one product per weight of its channel.
        public override long Macs(Node node) => checked(node.Output.Count * (node.Tensor(1).Count / node.Tensor(1).Shape[0]));

        protected override long Size(Node node, long size, long kernel, int dimension) => Windows.Count(
            size, kernel, node.Ints(3, Spatial, 1)[dimension], node.Ints(4, Spatial)[dimension], node.Ints(5, Spatial, 1)[dimension]);
    }

    private sealed class TransposedOperator(string name, int spatial, Func<Node, Operands, Tensor> run) : ChannelOperator(name, spatial, true, run)
    {
        // Every element of the input is multiplied with all weights of its channel.
        public override long Macs(Node node) => checked(node.Tensor(0).Count * (node.Tensor(1).Count / node.Tensor(1).Shape[0]));

        protected override long Size(Node node, long size, long kernel, int dimension)
        {
            var (stride, padding) = (node.Ints(3, Spatial, 1)[dimension], node.Ints(4, Spatial)[dimension]);
            var (extra, dilation) = (node.Ints(5, Spatial)[dimension], node.Ints(7, Spatial, 1)[dimension]);
            var result = ((size - 1) * stride) - (2 * padding) + (dilation * (kernel - 1)) + extra + 1;
            return result > 0
                ? result
                : throw new ArgumentException($"a size of {size} with padding {padding} leaves {result} positions.");
        }
    }
}
