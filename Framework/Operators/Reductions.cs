using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Operators;

/// <summary>Sums, means, extrema, norms.</summary>
internal static class Reductions
{
    public static IEnumerable<IOperator> All =>
    [
        new ReductionOperator("aten::sum", DTypes.SumAs(1), (n, x) => [x.sum(n.Type(1))]) { IsSum = true },
        new ReductionOperator("aten::sum.dim_IntList", DTypes.SumAs(3), (n, x) => [x.sum(n.Ints(1), n.Flag(2), n.Type(3))])
        {
            DimensionsAt = 1, KeepAt = 2, IsSum = true,
        },
        Whole("aten::mean", DTypes.Same, (_, x) => x.mean()),
        Over("aten::mean.dim", DTypes.As(3), (n, x) => x.mean(n.Ints(1), n.Flag(2), n.Type(3))),
        Whole("aten::prod", DTypes.SumAs(1), (n, x) => x.prod(n.Type(1))),
        Over("aten::prod.dim_int", DTypes.SumAs(3), (n, x) => x.prod(n.Int(1), n.Flag(2), n.Type(3))),
        Over("aten::amax", DTypes.Same, (n, x) => x.amax(n.Ints(1), n.Flag(2))),
        Over("aten::amin", DTypes.Same, (n, x) => x.amin(n.Ints(1), n.Flag(2))),
        Whole("aten::max", DTypes.Same, (_, x) => x.max()),
        Whole("aten::min", DTypes.Same, (_, x) => x.min()),
        Pair("aten::max.dim", (n, x) => x.max(n.Int(1), n.Flag(2))),
        Pair("aten::min.dim", (n, x) => x.min(n.Int(1), n.Flag(2))),
        Over("aten::argmax", DTypes.Int64, (n, x) => n.Arguments.Count > 1 ? x.argmax(n.Int(1), n.Flag(2)) : x.argmax()),
        Over("aten::argmin", DTypes.Int64, (n, x) => n.Arguments.Count > 1 ? x.argmin(n.Int(1), n.Flag(2)) : x.argmin()),
        Whole("aten::all", DTypes.Bool, (_, x) => x.all()),
        Over("aten::all.dim", DTypes.Bool, (n, x) => x.all(n.Int(1), n.Flag(2))),
        Whole("aten::any", DTypes.Bool, (_, x) => x.any()),
        Over("aten::any.dim", DTypes.Bool, (n, x) => x.any(n.Int(1), n.Flag(2))),
        Whole("aten::var", DTypes.Same, (n, x) => x.var(n.Flag(1, true))),
        Spread("aten::var.dim", (n, x) => x.var(n.Ints(1), n.Flag(2, true), n.Flag(3))),
        Whole("aten::std", DTypes.Same, (n, x) => x.std(n.Flag(1, true))),
        Spread("aten::std.dim", (n, x) => x.std(n.Ints(1), n.Flag(2, true), n.Flag(3))),
        Whole("aten::norm.Scalar", DTypes.Same, (n, x) => x.norm((float)n.Number(1, 2))),
        new ReductionOperator(
            "aten::norm.ScalarOpt_dim", DTypes.Same, (n, x) => [linalg.vector_norm(x, n.Number(1, 2), n.Ints(2), n.Flag(3))])
        {
            DimensionsAt = 2, KeepAt = 3,
        },
        new ReductionOperator(
            "aten::linalg_vector_norm", DTypes.Same, (n, x) => [linalg.vector_norm(x, n.Number(1, 2), Given(n, 2), n.Flag(3))])
        {
            DimensionsAt = 2, KeepAt = 3,
        },
        Over("aten::logsumexp", DTypes.Same, (n, x) => x.logsumexp(n.Ints(1)[0], n.Flag(2))),
        Over("aten::count_nonzero.dim_IntList", DTypes.Int64, (n, x) => x.count_nonzero(n.Ints(1))),
    ];

    private static ReductionOperator Whole(string name, DTypeRule dtype, Func<Node, Tensor, Tensor> run) => new(name, dtype, (n, x) => [run(n, x)]);

    private static ReductionOperator Over(string name, DTypeRule dtype, Func<Node, Tensor, Tensor> run) =>
        new(name, dtype, (n, x) => [run(n, x)]) { DimensionsAt = 1, KeepAt = 2 };

    private static ReductionOperator Spread(string name, Func<Node, Tensor, Tensor> run) =>
        new(name, DTypes.Same, (n, x) => [run(n, x)]) { DimensionsAt = 1, KeepAt = 3 };

    private static ReductionOperator Pair(string name, Func<Node, Tensor, (Tensor, Tensor)> run) =>
        new(name, DTypes.Same, (n, x) => run(n, x) is var (values, indices) ? [values, indices] : [])
        {
            DimensionsAt = 1,
            KeepAt = 2,
            HasIndices = true,
        };

    private static long[]? Given(Node node, int position) =>
        position < node.Arguments.Count && node.Arguments[position] is not Argument.None ? node.Ints(position) : null;
}
