using static TorchSharp.torch;

namespace Espalier.Operators;

/// <summary>Functions of one tensor, element by element.</summary>
internal static class Functions
{
    public static IEnumerable<IOperator> All =>
    [
        Same("aten::abs", x => x.abs()),
        Float("aten::acos", x => x.acos()),
        Float("aten::acosh", x => x.acosh()),
        Float("aten::asin", x => x.asin()),
        Float("aten::asinh", x => x.asinh()),
        Float("aten::atan", x => x.atan()),
        Float("aten::atanh", x => x.atanh()),
        Same("aten::bitwise_not", x => x.bitwise_not()),
        Same("aten::ceil", x => x.ceil()),
        Float("aten::cos", x => x.cos()),
        Float("aten::cosh", x => x.cosh()),
        Float("aten::deg2rad", x => x.deg2rad()),
        Float("aten::digamma", x => x.digamma()),
        Float("aten::erf", x => x.erf()),
        Float("aten::erfc", x => x.erfc()),
        Float("aten::erfinv", x => x.erfinv()),
        Float("aten::exp", x => x.exp()),
        Float("aten::exp2", x => x.exp2()),
        Float("aten::expm1", x => x.expm1()),
        Same("aten::floor", x => x.floor()),
        Same("aten::frac", x => x.frac()),
        Test("aten::isfinite", x => x.isfinite()),
        Test("aten::isinf", x => x.isinf()),
        Test("aten::isnan", x => x.isnan()),
        Test("aten::isneginf", x => x.isneginf()),
        Test("aten::isposinf", x => x.isposinf()),
        Float("aten::lgamma", x => x.lgamma()),
        Float("aten::log", x => x.log()),
        Float("aten::log10", x => x.log10()),
        Float("aten::log1p", x => x.log1p()),
        Float("aten::log2", x => x.log2()),
        Test("aten::logical_not", x => x.logical_not()),
        new ElementwiseOperator("aten::logit", DTypes.Floating, (n, x) => x[0].logit(n.Arguments.Count > 1 ? n.OptionalNumber(1) : null)),
        new ElementwiseOperator(
            "aten::nan_to_num", DTypes.Same, (n, x) => x[0].nan_to_num(n.Number(1), n.OptionalNumber(2), n.OptionalNumber(3))),
        Same("aten::neg", x => x.neg()),
        Same("aten::positive", x => x.positive()),
        Float("aten::rad2deg", x => x.rad2deg()),
        Float("aten::reciprocal", x => x.reciprocal()),
        Same("aten::round", x => x.round()),
        new ElementwiseOperator("aten::round.decimals", DTypes.Same, (n, x) => x[0].round(n.Int(1))),
        Float("aten::rsqrt", x => x.rsqrt()),
        Float("aten::sigmoid", x => x.sigmoid()),
        Same("aten::sgn", x => x.sgn()),
        Same("aten::sign", x => x.sign()),
        Test("aten::signbit", x => x.signbit()),
        Float("aten::sin", x => x.sin()),
        Float("aten::sinc", x => x.sinc()),
        Float("aten::sinh", x => x.sinh()),
        Float("aten::sqrt", x => x.sqrt()),
        Same("aten::square", x => x.square()),
        Float("aten::tan", x => x.tan()),
        Float("aten::tanh", x => x.tanh()),
        Same("aten::trunc", x => x.trunc()),
    ];

    private static ElementwiseOperator Same(string name, Func<Tensor, Tensor> function) => new(name, DTypes.Same, (_, x) => function(x[0]));

    private static ElementwiseOperator Float(string name, Func<Tensor, Tensor> function) => new(name, DTypes.Floating, (_, x) => function(x[0]));

    private static ElementwiseOperator Test(string name, Func<Tensor, Tensor> function) => new(name, DTypes.Bool, (_, x) => function(x[0]));
}
