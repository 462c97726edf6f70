using Espalier.Graphs;
using Espalier.Labels;
using static TorchSharp.torch;
using ValueType = Espalier.Graphs.ValueType;

namespace Espalier.Operators;

/// <summary>Activations and dropout.</summary>
internal static class Activations
{
    public static IEnumerable<IOperator> All =>
    [
        Unary("aten::celu", (n, x) => nn.functional.celu(x, n.Number(1, 1))),
        Unary("aten::elu", (n, x) => x.elu(n.Scalar(1, 1), n.Scalar(2, 1), n.Scalar(3, 1))),
        Unary("aten::gelu", (_, x) => x.gelu()),
        Unary("aten::hardshrink", (n, x) => nn.functional.hardshrink(x, n.Number(1, 0.5))),
        Unary("aten::hardsigmoid", (_, x) => x.hardsigmoid()),
        Unary("aten::hardswish", (_, x) => x.hardswish()),
        Unary("aten::hardtanh", (n, x) => x.hardtanh(n.Scalar(1, -1), n.Scalar(2, 1))),
        Unary("aten::leaky_relu", (n, x) => x.leaky_relu(n.Scalar(1, 0.01))),
        Unary("aten::log_sigmoid", (_, x) => x.log_sigmoid()),
        Unary("aten::mish", (_, x) => nn.functional.mish(x)),
        Unary("aten::relu", (_, x) => x.relu()),
        Unary("aten::relu6", (_, x) => x.relu6()),
        Unary("aten::selu", (_, x) => x.selu()),
        Unary("aten::silu", (_, x) => x.silu()),
        Unary("aten::softplus", (n, x) => nn.functional.softplus(x, n.Number(1, 1), n.Number(2, 20))),
        Unary("aten::softshrink", (n, x) => nn.functional.softshrink(x, n.Number(1, 0.5))),
        Unary("aten::threshold", (n, x) => nn.functional.threshold(x, n.Number(1), n.Number(2))),
        Unary("aten::dropout", (n, x) => nn.functional.dropout(x, n.Number(1), n.Flag(2))),
        Unary("aten::feature_dropout", (n, x) => nn.functional.dropout2d(x, n.Number(1), n.Flag(2))),
        Unary("aten::alpha_dropout", (n, x) => nn.functional.alpha_dropout(x, n.Number(1), n.Flag(2))),
        Unary("aten::feature_alpha_dropout", (n, x) => nn.functional.feature_alpha_dropout(x, n.Number(1), n.Flag(2))),
        new PRelu(),
    ];

    private static ElementwiseOperator Unary(string name, Func<Node, Tensor, Tensor> function) =>
        new(name, DTypes.Same, (n, x) => function(n, x[0]));

    /// <summary>A slope for all, or one per channel (dimension 1).</summary>
    private sealed class PRelu() : Operator("aten::prelu")
    {
        public override ValueType[] Infer(Node node)
        {
            var (input, weight) = (node.Tensor(0), node.Tensor(1));
            if (weight.Count != 1)
            {
                var channels = input.Rank < 2 ? 1 : input.Shape[1];
                Shapes.MustBe("the number of slopes", weight.Count, channels, "the input's number of channels");
            }

            return One(input.Shape, input.DType);
        }

        public override void Propagate(Node node, LabelTracker labels)
        {
            var (input, weight) = (node.Tensor(0), node.Tensor(1));
            if (weight.Count == 1)
            {
                labels.Copy(input, node.Output);
            }
            else
            {
                int[] all = [.. Enumerable.Range(0, input.Rank)];
                labels.Einsum([input, weight], [all, [1]], node.Output, all);
            }
        }

        protected override Tensor Run(Node node, Operands operands) => operands[0].prelu(operands[1]);
    }
}
