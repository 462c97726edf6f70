using Espalier.Graphs;
using Espalier.Labels;
using static TorchSharp.torch;
using ValueType = Espalier.Graphs.ValueType;

namespace Espalier.Operators;

/// <summary>Comparisons, logic, and what chooses by them.</summary>
internal static class Comparisons
{
    public static IEnumerable<IOperator> All =>
    [
        Test("aten::eq.Tensor", (_, x) => x[0].eq(x[1])),
        Test("aten::eq.Scalar", (n, x) => x[0].eq(n.Scalar(1))),
        Test("aten::ne.Tensor", (_, x) => x[0].ne(x[1])),
        Test("aten::ne.Scalar", (n, x) => x[0].ne(n.Scalar(1))),
        Test("aten::lt.Tensor", (_, x) => x[0].lt(x[1])),
        Test("aten::lt.Scalar", (n, x) => x[0].lt(n.Scalar(1))),
        Test("aten::le.Tensor", (_, x) => x[0].le(x[1])),
        Test("aten::le.Scalar", (n, x) => x[0].le(n.Scalar(1))),
        Test("aten::gt.Tensor", (_, x) => x[0].gt(x[1])),
        Test("aten::gt.Scalar", (n, x) => x[0].gt(n.Scalar(1))),
        Test("aten::ge.Tensor", (_, x) => x[0].ge(x[1])),
        Test("aten::ge.Scalar", (n, x) => x[0].ge(n.Scalar(1))),
        Test("aten::logical_and", (_, x) => x[0].logical_and(x[1])),
        Test("aten::logical_or", (_, x) => x[0].logical_or(x[1])),
        Test("aten::logical_xor", (_, x) => x[0].logical_xor(x[1])),
        new ElementwiseOperator("aten::bitwise_and.Tensor", DTypes.Promoted, (_, x) => x[0].bitwise_and(x[1])),
        new ElementwiseOperator("aten::bitwise_or.Tensor", DTypes.Promoted, (_, x) => x[0].bitwise_or(x[1])),
        new ElementwiseOperator("aten::bitwise_xor.Tensor", DTypes.Promoted, (_, x) => x[0].bitwise_xor(x[1])),
        new ElementwiseOperator("aten::where.self", n => DTypes.Promote([n.Tensor(1), n.Tensor(2)], []), (_, x) => where(x[0], x[1], x[2])),
        new ElementwiseOperator(
            "aten::where.ScalarOther", n => WithoutCondition(n, 1, 2), (n, x) => where(x[0], x[1], One(n.Scalar(2), Type(n, 1, 2), x[1]))),
        new ElementwiseOperator(
            "aten::where.ScalarSelf", n => WithoutCondition(n, 2, 1), (n, x) => where(x[0], One(n.Scalar(1), Type(n, 2, 1), x[2]), x[2])),
        new MaskedFill(),
    ];

    private static ElementwiseOperator Test(string name, Func<Node, Operands, Tensor> function) => new(name, DTypes.Bool, function);

    private static ScalarType WithoutCondition(Node node, int tensor, int number) => DTypes.Promote([node.Tensor(tensor)], [Kind(node, number)]);

    private static ScalarType Type(Node node, int tensor, int number) => WithoutCondition(node, tensor, number);

    private static Tensor One(TorchSharp.Scalar number, ScalarType type, Tensor other) => full([], number, type, other.device);

    private static ScalarType Kind(Node node, int number) => node.Arguments[number] switch
    {
        Argument.Flag => ScalarType.Bool,
        Argument.Number => get_default_dtype(),
        _ => ScalarType.Int64,
    };

    /// <summary>A number where a mask, which broadcasts, holds.</summary>
    private sealed class MaskedFill() : Operator("aten::masked_fill.Scalar")
    {
        public override ValueType[] Infer(Node node) =>
            One(Shapes.Broadcast(node.Tensor(0).Shape, node.Tensor(1).Shape), node.Tensor(0).DType);

        public override void Propagate(Node node, LabelTracker labels) => labels.Elementwise([node.Tensor(0), node.Tensor(1)], node.Output);

        protected override Tensor Run(Node node, Operands operands) => operands[0].masked_fill(operands[1], node.Scalar(2));
    }
}
