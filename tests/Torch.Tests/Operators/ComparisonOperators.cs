using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Operators;

/// <summary>Comparisons, predicates, logic.</summary>
internal static class ComparisonOperators
{
    public static readonly OperatorTable Table = new()
    {
        { "eq", x => [x[0] == x[1]], x => [x[0].eq(x[1])], x => [eq(x[0], x[1])], x => [x[0].equal(x[1])] },
        { "ne", x => [x[0] != x[1]], x => [x[0].ne(x[1])], x => [ne(x[0], x[1])], x => [x[0].not_equal(x[1])] },
        { "lt", x => [x[0] < x[1]], x => [x[0].lt(x[1])], x => [lt(x[0], x[1])], x => [x[0].less(x[1])] },
        { "le", x => [x[0] <= x[1]], x => [x[0].le(x[1])], x => [le(x[0], x[1])], x => [x[0].less_equal(x[1])] },
        { "gt", x => [x[0] > x[1]], x => [x[0].gt(x[1])], x => [gt(x[0], x[1])], x => [x[0].greater(x[1])] },
        { "ge", x => [x[0] >= x[1]], x => [x[0].ge(x[1])], x => [ge(x[0], x[1])], x => [x[0].greater_equal(x[1])] },
        { "eq_scalar", x => [x[0] == 2.5], x => [x[0].eq(2.5)] },
        { "ne_scalar", x => [x[0] != 2.5], x => [x[0].ne(2.5)] },
        { "lt_scalar", x => [x[0] < 2.5], x => [x[0].lt(2.5)], x => [2.5 > x[0]] },
        { "le_scalar", x => [x[0] <= 2.5], x => [x[0].le(2.5)] },
        { "gt_scalar", x => [x[0] > 2.5], x => [x[0].gt(2.5)], x => [2.5 < x[0]] },
        { "ge_scalar", x => [x[0] >= 2.5], x => [x[0].ge(2.5)] },
        { "eq_int", x => [x[0] == x[1]] },
        { "ne_int", x => [x[0] != x[1]] },
        { "lt_int", x => [x[0] < x[1]] },
        { "le_int", x => [x[0] <= x[1]] },
        { "gt_int", x => [x[0] > x[1]] },
        { "ge_int", x => [x[0] >= x[1]] },
        { "compare_broadcast", x => [x[0] < x[1], x[0] >= x[1]] },
        { "isnan", x => [x[0].isnan()], x => [isnan(x[0])] },
        { "isinf", x => [x[0].isinf()], x => [isinf(x[0])] },
        { "isfinite", x => [x[0].isfinite()], x => [isfinite(x[0])] },
        { "isposinf", x => [x[0].isposinf()], x => [isposinf(x[0])] },
        { "isneginf", x => [x[0].isneginf()], x => [isneginf(x[0])] },
        { "isreal", x => [x[0].isreal()], x => [isreal(x[0])] },
        { "isclose", x => [x[0].isclose(x[1], 1e-2, 1e-8)], x => [isclose(x[0], x[1], 1e-2)] },
        { "allclose",
            x => [tensor(x[0].allclose(x[1], 1e-2)), tensor(x[0].allclose(x[1])), tensor(x[0].allclose(x[0]))],
            x => [tensor(allclose(x[0], x[1], 1e-2)), tensor(allclose(x[0], x[1])), tensor(allclose(x[0], x[0]))] },
        { "isin", x => [x[0].isin(x[1])], x => [isin(x[0], x[1])] },
        { "logical_and", x => [x[0].logical_and(x[1])], x => [logical_and(x[0], x[1])], x => [x[0].clone().logical_and_(x[1])] },
        { "logical_or", x => [x[0].logical_or(x[1])], x => [logical_or(x[0], x[1])], x => [x[0].clone().logical_or_(x[1])] },
        { "logical_xor", x => [x[0].logical_xor(x[1])], x => [logical_xor(x[0], x[1])] },
        { "logical_and_float", x => [x[0].logical_and(x[1])] },
        { "logical_or_float", x => [x[0].logical_or(x[1])] },
        { "logical_xor_float", x => [x[0].logical_xor(x[1])] },
        { "logical_not", x => [x[0].logical_not()], x => [logical_not(x[0])] },
    };
}
