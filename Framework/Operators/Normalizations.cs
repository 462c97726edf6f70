using Espalier.Graphs;
using Espalier.Labels;
using static TorchSharp.torch;
using ValueType = Espalier.Graphs.ValueType;

namespace Espalier.Operators;

/// <summary>Normalisations. Their parameters go with the dimension that they scale.</summary>
internal static class Normalizations
{
    public static IEnumerable<IOperator> All =>
    [
        new ChannelNorm("aten::batch_norm", (n, x) => nn.functional.batch_norm(
            x[0], x.Optional(3)!, x.Optional(4)!, x.Optional(1)!, x.Optional(2)!, n.Flag(5), n.Number(6, 0.1), n.Number(7, 1e-5))),
        new ChannelNorm("aten::instance_norm", (n, x) => nn.functional.instance_norm(
            x[0], x.Optional(3)!, x.Optional(4)!, x.Optional(1)!, x.Optional(2)!, n.Flag(5), n.Number(6, 0.1), n.Number(7, 1e-5)))
        {
            FixesSpace = true,
        },
        new GroupNorm(),
        new LayerNorm(),
    ];

    private static void MustHaveSize(Node node, int position, string what, long size)
    {
        if (node.OptionalTensor(position) is { } value)
        {
            Shapes.MustBe($"the size of the {what}", value.Count, size, "the input's number of channels");
        }
    }

    /// <summary>The input, and each of the tensors at the positions given that is there, aligned with one dimension of it.</summary>
    private static void Merge(Node node, LabelTracker labels, int channels, params ReadOnlySpan<int> positions)
    {
        var input = node.Tensor(0);
        int[] all = [.. Enumerable.Range(0, input.Rank)];
        List<Value> operands = [input];
        foreach (var position in positions)
        {
            if (node.OptionalTensor(position) is { } value)
            {
                operands.Add(value);
            }
        }

        labels.Einsum(operands, [all, .. Enumerable.Repeat<int[]>([channels], operands.Count - 1)], node.Output, all);
    }

    private sealed class ChannelNorm(string name, Func<Node, Operands, Tensor> run) : Operator(name)
    {
        public bool FixesSpace { get; init; }

        public override ValueType[] Infer(Node node)
        {
            var input = node.Tensor(0);
            if (input.Rank < 2)
            {
                throw new ArgumentException($"the input has shape {Shapes.Text(input.Shape)}: it needs a batch and channels.");
            }

            string[] names = ["", "weight", "bias", "running mean", "running variance"];
            for (var position = 1; position < names.Length; position++)
            {
                MustHaveSize(node, position, names[position], input.Shape[1]);
            }

            if (node.OptionalTensor(3) is null && !node.Flag(5))
            {
                throw new ArgumentException("without running statistics it must take them from the input.");
            }

            return One(input.Shape, input.DType);
        }

        public override void Propagate(Node node, LabelTracker labels)
        {
            for (var d = 2; FixesSpace && d < node.Tensor(0).Rank; d++)
            {
                labels.Fix(node.Tensor(0), d, $"{Name} over it would change");
            }

            Merge(node, labels, 1, 1, 2, 3, 4);
        }

        protected override Tensor Run(Node node, Operands operands) => run(node, operands);
    }

    private sealed class GroupNorm() : Operator("aten::group_norm")
    {
        public override ValueType[] Infer(Node node)
        {
            var (input, groups) = (node.Tensor(0), node.Int(1));
            if (input.Rank < 2 || groups < 1 || input.Shape[1] % groups != 0)
            {
                throw new ArgumentException($"the channels of {Shapes.Text(input.Shape)} do not make {groups} equal groups.");
            }

            MustHaveSize(node, 2, "weight", input.Shape[1]);
            MustHaveSize(node, 3, "bias", input.Shape[1]);
            return One(input.Shape, input.DType);
        }

        public override void Propagate(Node node, LabelTracker labels)
        {
            var (input, groups) = (node.Tensor(0), (int)node.Int(1));
            for (var d = 2; d < input.Rank; d++)
            {
                labels.Fix(input, d, "aten::group_norm over it would change");
            }

            Merge(node, labels, 1, 2, 3);
            if (groups > 1)
            {
                labels.EqualParts(input, 1, groups, $"aten::group_norm has {groups} groups");
            }
        }

        protected override Tensor Run(Node node, Operands operands) =>
            nn.functional.group_norm(operands[0], node.Int(1), operands.Optional(2)!, operands.Optional(3)!, node.Number(4, 1e-5));
    }

    private sealed class LayerNorm() : Operator("aten::layer_norm")
    {
        public override ValueType[] Infer(Node node)
        {
            var (input, normalized) = (node.Tensor(0), node.Ints(1));
            if (normalized.Length == 0 || !input.Shape.TakeLast(normalized.Length).SequenceEqual(normalized))
            {
                throw new ArgumentException($"the input's shape {Shapes.Text(input.Shape)} does not end in {Shapes.Text(normalized)}.");
            }

            foreach (var position in new[] { 2, 3 })
            {
                if (node.OptionalTensor(position) is { } value && !value.Shape.SequenceEqual(normalized))
                {
                    throw new ArgumentException(
                        $"the {(position == 2 ? "weight" : "bias")} has shape {Shapes.Text(value.Shape)}, not {Shapes.Text(normalized)}.");
                }
            }

            return One(input.Shape, input.DType);
        }

        public override void Propagate(Node node, LabelTracker labels)
        {
            var input = node.Tensor(0);
            int[] all = [.. Enumerable.Range(0, input.Rank)];
            int[] last = all[^node.Ints(1).Length..];
            Value[] affine = [.. new[] { node.OptionalTensor(2), node.OptionalTensor(3) }.OfType<Value>()];
            labels.Einsum([input, .. affine], [all, .. affine.Select(_ => last)], node.Output, all);
            for (var i = 0; i < last.Length; i++)
            {
                labels.Sized(node.Output, last[i], node.Sizes(1)[i]);
            }
        }

        protected override Tensor Run(Node node, Operands operands) =>
            nn.functional.layer_norm(operands[0], node.Ints(1), operands.Optional(2)!, operands.Optional(3)!, node.Number(4, 1e-5));
    }
}
