using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Operators;

/// <summary>Arithmetic of tensors that broadcast, and of tensors and numbers.</summary>
internal static class Arithmetic
{
    public static IEnumerable<IOperator> All =>
    [
        Two("aten::add.Tensor", (n, x) => n.Arguments.Count > 2 ? x[0].add(x[1], n.Scalar(2)) : x[0].add(x[1])),
        Number("aten::add.Scalar", (n, x) => n.Arguments.Count > 2 ? x.add(n.Scalar(1), n.Scalar(2)) : x.add(n.Scalar(1))),
        Two("aten::sub.Tensor", (_, x) => x[0].sub(x[1])),
        Number("aten::sub.Scalar", (n, x) => x.sub(n.Scalar(1))),
        Number("aten::rsub.Scalar", (n, x) => n.Scalar(1) - x),
        Two("aten::mul.Tensor", (_, x) => x[0].mul(x[1])),
        Number("aten::mul.Scalar", (n, x) => x.mul(n.Scalar(1))),
        new ElementwiseOperator("aten::div.Tensor", DTypes.PromotedFloating, (_, x) => x[0].div(x[1])),
        new ElementwiseOperator("aten::div.Scalar", DTypes.PromotedFloatingWith(1), (n, x) => x[0].div(n.Scalar(1))),
        Two("aten::div.Tensor_mode", (n, x) => x[0].div(x[1], Mode(n))),
        Number("aten::div.Scalar_mode", (n, x) => x.div(n.Scalar(1), Mode(n))),
        Two("aten::floor_divide", (_, x) => x[0].floor_divide(x[1])),
        Number("aten::floor_divide.Scalar", (n, x) => x.floor_divide(n.Scalar(1))),
        Two("aten::remainder.Tensor", (_, x) => x[0].remainder(x[1])),
        Number("aten::remainder.Scalar", (n, x) => x.remainder(n.Scalar(1))),
        Two("aten::fmod.Tensor", (_, x) => x[0].fmod(x[1])),
        Number("aten::fmod.Scalar", (n, x) => x.fmod(n.Scalar(1))),
        Two("aten::pow.Tensor_Tensor", (_, x) => x[0].pow(x[1])),
        Number("aten::pow.Tensor_Scalar", (n, x) => x.pow(n.Scalar(1))),
        new ElementwiseOperator("aten::pow.Scalar", DTypes.PromotedWith(0), (n, x) => pow(n.Scalar(0), x[1])),
        Two("aten::maximum", (_, x) => x[0].maximum(x[1])),
        Two("aten::minimum", (_, x) => x[0].minimum(x[1])),
        Two("aten::fmax", (_, x) => x[0].fmax(x[1])),
        Two("aten::fmin", (_, x) => x[0].fmin(x[1])),
        new ElementwiseOperator("aten::atan2", DTypes.PromotedFloating, (_, x) => x[0].atan2(x[1])),
        Two("aten::hypot", (_, x) => x[0].hypot(x[1])),
        new ElementwiseOperator("aten::copysign.Tensor", DTypes.PromotedFloating, (_, x) => x[0].copysign(x[1])),
        new ElementwiseOperator("aten::xlogy.Tensor", DTypes.PromotedFloating, (_, x) => x[0].xlogy(x[1])),
        Two("aten::logaddexp", (_, x) => x[0].logaddexp(x[1])),
        new ElementwiseOperator("aten::clamp", ClampType, (n, x) => x[0].clamp(n.OptionalScalar(1), n.OptionalScalar(2))),
        Two("aten::clamp.Tensor", (_, x) => x[0].clamp(x.Optional(1), x.Optional(2))),
        Number("aten::clamp_min", (n, x) => x.clamp_min(n.Scalar(1))),
        Number("aten::clamp_max", (n, x) => x.clamp_max(n.Scalar(1))),
        new ElementwiseOperator("aten::lerp.Tensor", DTypes.Same, (_, x) => x[0].lerp(x[1], x[2])),
        Two("aten::addcmul", (n, x) => x[0].addcmul(x[1], x[2], n.Scalar(3, 1))),
        new ElementwiseOperator("aten::addcdiv", DTypes.PromotedFloating, (n, x) => x[0].addcdiv(x[1], x[2], n.Scalar(3, 1))),
    ];

    private static ElementwiseOperator Two(string name, Func<Node, Operands, Tensor> function) => new(name, DTypes.Promoted, function);

    private static ElementwiseOperator Number(string name, Func<Node, Tensor, Tensor> function) =>
        new(name, DTypes.PromotedWith(1), (n, x) => function(n, x[0]));

    private static RoundingMode Mode(Node node) => node.Text(2) switch
    {
        "floor" => RoundingMode.floor,
        "trunc" => RoundingMode.trunc,
        _ => RoundingMode.None,
    };

    private static ScalarType ClampType(Node node) =>
        DTypes.PromotedWith(node.Arguments[1] is Argument.None ? 2 : 1)(node);
}
