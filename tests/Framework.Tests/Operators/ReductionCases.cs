using static Espalier.Framework.Tests.Operators.Input;
using static TorchSharp.torch;
using S = Espalier.Symbolic.torch;

namespace Espalier.Framework.Tests.Operators;

/// <summary>Reductions, orders and products.</summary>
internal static class ReductionCases
{
    public static CaseTable All => new()
    {
        { "aten::sum", [Normal(2, 3)], x => x[0].sum(), x => x[0].sum() },
        { "aten::sum of flags", [Flags(5)], x => x[0].sum(), x => x[0].sum() },
        { "aten::sum.dim_IntList", [Normal(2, 3, 4)], x => x[0].sum([0, -1], true), x => x[0].sum([0, -1], true) },
        { "aten::sum.dim_IntList of one", [Normal(2, 3, 4)], x => x[0].sum(0), x => x[0].sum(0L) },
        { "aten::mean", [Normal(2, 3)], x => x[0].mean(), x => x[0].mean() },
        { "aten::mean.dim", [Normal(2, 3, 4)], x => x[0].mean([2], true), x => x[0].mean([2], true) },
        { "aten::mean.dim in float64", [Normal(2, 3)], x => x[0].mean([0], false, float64), x => x[0].mean([0], false, float64) },
        { "aten::prod", [Normal(2, 3)], x => x[0].prod(), x => x[0].prod() },
        { "aten::prod.dim_int", [Normal(2, 3)], x => x[0].prod(1, true), x => x[0].prod(1L, true) },
        { "aten::amax", [Normal(2, 3, 4)], x => x[0].amax([1, 2], true), x => x[0].amax([1, 2], true) },
        { "aten::amin", [Normal(2, 3, 4)], x => x[0].amin([0], false), x => x[0].amin([0], false) },
        { "aten::max", [Normal(2, 3)], x => x[0].max(), x => x[0].max() },
        { "aten::min", [Normal(2, 3)], x => x[0].min(), x => x[0].min() },
        { "aten::max.dim", [Normal(2, 3, 4)], x => x[0].max(1), x => x[0].max(1) },
        { "aten::min.dim", [Normal(2, 3, 4)], x => x[0].min(-1, true), x => x[0].min(-1, true) },
        { "aten::argmax", [Normal(2, 3)], x => x[0].argmax(1), x => x[0].argmax(1) },
        { "aten::argmax of all", [Normal(2, 3)], x => x[0].argmax(), x => x[0].argmax() },
        { "aten::argmin", [Normal(2, 3)], x => x[0].argmin(0, true), x => x[0].argmin(0, true) },
        { "aten::all", [Flags(2, 3)], x => x[0].all(), x => x[0].all() },
        { "aten::all.dim", [Flags(2, 3)], x => x[0].all(1), x => x[0].all(1) },
        { "aten::any", [Flags(2, 3)], x => x[0].any(), x => x[0].any() },
        { "aten::any.dim", [Flags(2, 3)], x => x[0].any(0, true), x => x[0].any(0, true) },
        { "aten::var", [Normal(2, 3)], x => x[0].var(false), x => x[0].var(false) },
        { "aten::var.dim", [Normal(2, 3, 4)], x => x[0].var([1, 2], false, true), x => x[0].var([1, 2], false, true) },
        { "aten::std", [Normal(2, 3)], x => x[0].std(), x => x[0].std() },
        { "aten::std.dim", [Normal(2, 3, 4)], x => x[0].std([1]), x => x[0].std([1]) },
        { "aten::norm.Scalar", [Normal(2, 3)], x => x[0].norm(), x => x[0].norm() },
        { "aten::norm.ScalarOpt_dim", [Normal(2, 3)], x => x[0].norm(1, true), x => x[0].norm(1, true) },
        { "aten::linalg_vector_norm", [Normal(2, 3)], x => S.linalg.vector_norm(x[0], 3, [1]), x => linalg.vector_norm(x[0], 3, [1]) },
        { "aten::linalg_vector_norm of all", [Normal(2, 3)], x => S.linalg.vector_norm(x[0], 1), x => linalg.vector_norm(x[0], 1) },
        { "aten::logsumexp", [Normal(2, 3)], x => x[0].logsumexp(1), x => x[0].logsumexp(1) },
        { "aten::count_nonzero.dim_IntList", [Whole(2, 3, 4)], x => x[0].count_nonzero([1]), x => x[0].count_nonzero([1]) },
        { "aten::topk", [Normal(2, 7)], x => x[0].topk(3), x => x[0].topk(3) },
        { "aten::sort.stable", [Normal(2, 7)], x => x[0].sort(0, true), x => x[0].sort(0, true) },
        { "aten::argsort", [Normal(2, 7)], x => x[0].argsort(), x => x[0].argsort() },
        { "aten::matmul", [Normal(2, 1, 3, 4), Normal(5, 4, 2)], x => x[0].matmul(x[1]), x => x[0].matmul(x[1]) },
        { "aten::matmul, vector and matrices", [Normal(4), Normal(5, 4, 2)], x => x[0].matmul(x[1]), x => x[0].matmul(x[1]) },
        { "aten::matmul, matrices and vector", [Normal(5, 2, 4), Normal(4)], x => S.matmul(x[0], x[1]), x => matmul(x[0], x[1]) },
        { "aten::matmul, vectors", [Normal(4), Normal(4)], x => x[0].matmul(x[1]), x => x[0].matmul(x[1]) },
        { "aten::mm", [Normal(2, 3), Normal(3, 4)], x => x[0].mm(x[1]), x => x[0].mm(x[1]) },
        { "aten::bmm", [Normal(2, 2, 3), Normal(2, 3, 4)], x => x[0].bmm(x[1]), x => x[0].bmm(x[1]) },
        { "aten::mv", [Normal(2, 3), Normal(3)], x => x[0].mv(x[1]), x => x[0].mv(x[1]) },
        { "aten::dot", [Normal(3), Normal(3)], x => x[0].dot(x[1]), x => x[0].dot(x[1]) },
        { "aten::outer", [Normal(2), Normal(3)], x => x[0].outer(x[1]), x => x[0].outer(x[1]) },
        { "aten::addmm", [Normal(4), Normal(2, 3), Normal(3, 4)], x => x[0].addmm(x[1], x[2], 0.5f, 2), x => x[0].addmm(x[1], x[2], 0.5f, 2) },
        { "aten::baddbmm", [Normal(2, 1, 4), Normal(2, 2, 3), Normal(2, 3, 4)], x => x[0].baddbmm(x[1], x[2]), x => x[0].baddbmm(x[1], x[2]) },
        { "aten::addmv", [Normal(2), Normal(2, 3), Normal(3)], x => x[0].addmv(x[1], x[2]), x => x[0].addmv(x[1], x[2]) },
        { "aten::linear", [Normal(2, 3, 4), Normal(5, 4), Normal(5)], x => S.nn.functional.linear(x[0], x[1], x[2]), x => nn.functional.linear(x[0], x[1], x[2]) },
        { "aten::linear without bias", [Normal(2, 4), Normal(5, 4)], x => S.nn.functional.linear(x[0], x[1]), x => nn.functional.linear(x[0], x[1]) },
        {
            "aten::bilinear", [Normal(2, 3), Normal(2, 4), Normal(5, 3, 4), Normal(5)],
            x => S.nn.functional.bilinear(x[0], x[1], x[2], x[3]), x => nn.functional.bilinear(x[0], x[1], x[2], x[3])
        },
        { "aten::tensordot", [Normal(2, 3, 4), Normal(4, 5, 3)], x => x[0].tensordot(x[1], [2, 1], [0, 2]), x => x[0].tensordot(x[1], [2, 1], [0, 2]) },
        { "aten::tensordot over two", [Normal(2, 3, 4), Normal(3, 4, 5)], x => x[0].tensordot(x[1]), x => x[0].tensordot(x[1]) },
        { "aten::einsum", [Normal(2, 3, 4), Normal(2, 5, 4)], x => S.einsum("bid, bjd -> bij", x[0], x[1]), x => einsum("bid, bjd -> bij", x[0], x[1]) },
        { "aten::einsum with an ellipsis", [Normal(2, 3, 4), Normal(4, 5)], x => S.einsum("...d,de->...e", x[0], x[1]), x => einsum("...d,de->...e", x[0], x[1]) },
        { "aten::einsum without an arrow", [Normal(2, 3), Normal(3, 4)], x => S.einsum("zi,ia", x[0], x[1]), x => einsum("zi,ia", x[0], x[1]) },
        { "aten::einsum of a diagonal", [Normal(3, 3)], x => S.einsum("ii->i", x[0]), x => einsum("ii->i", x[0]) },
        { "aten::cdist", [Normal(2, 3, 4), Normal(2, 5, 4)], x => S.cdist(x[0], x[1]), x => cdist(x[0], x[1]) },
    };
}
