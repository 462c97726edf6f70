using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Operators;

/// <summary>
/// Products, factorizations, norms. Of factors that are unique only up to signs, functions are compared
/// in which the signs cancel.
/// </summary>
internal static class LinearAlgebraOperators
{
    public static readonly OperatorTable Table = new()
    {
        { "matmul", x => [x[0].matmul(x[1])], x => [matmul(x[0], x[1])] },
        { "matmul_vector", x => [matmul(x[0], x[1])] },
        { "matmul_vectors", x => [matmul(x[0], x[1])] },
        { "matmul_batched", x => [matmul(x[0], x[1])], x => [x[0].matmul(x[1])] },
        { "mm", x => [x[0].mm(x[1])], x => [mm(x[0], x[1])] },
        // CUDA does not multiply matrices of integers.
        { "mm_int", x => [mm(x[0].cpu(), x[1].cpu())] },
        { "mm_transposed", x => [mm(x[0].t(), x[1].t())] },
        { "bmm", x => [x[0].bmm(x[1])], x => [bmm(x[0], x[1])] },
        { "mv", x => [x[0].mv(x[1])], x => [mv(x[0], x[1])] },
        { "dot", x => [x[0].dot(x[1])], x => [dot(x[0], x[1])] },
        { "vdot", x => [x[0].vdot(x[1])], x => [vdot(x[0], x[1])] },
        { "inner", x => [x[0].inner(x[1])], x => [inner(x[0], x[1])] },
        { "outer", x => [x[0].outer(x[1])], x => [outer(x[0], x[1])], x => [ger(x[0], x[1])] },
        { "einsum_matmul", x => [einsum("ij,jk->ik", x)], x => [einsum("ij,jk->ik", x[0], x[1])] },
        { "einsum_batched", x => [einsum("bik,bjk->bij", x[0], x[1])] },
        { "einsum_trace", x => [einsum("ii->i", x[0])] },
        { "einsum_three", x => [einsum("i,ij,j->", x[0], x[1], x[2])] },
        { "tensordot", x => [tensordot(x[0], x[1], [(1, 0), (2, 1)])], x => [x[0].tensordot(x[1], [(1, 0), (2, 1)])] },
        { "tensordot_dims", x => [tensordot(x[0], x[1], [0, 2], [2, 0])], x => [x[0].tensordot(x[1], [0, 2], [2, 0])] },
        { "addmm",
            x => [x[0].addmm(x[1], x[2], 0.5f, -2)],
            x => [addmm(x[0], x[1], x[2], 0.5f, -2)],
            x => [x[0].clone().addmm_(x[1], x[2], 0.5f, -2)] },
        { "addmm_bias", x => [x[0].addmm(x[1], x[2])] },
        { "addmv", x => [x[0].addmv(x[1], x[2], 0.5f, -2)], x => [addmv(x[0], x[1], x[2], 0.5f, -2)] },
        { "addr", x => [x[0].addr(x[1], x[2], 0.5f, -2)], x => [addr(x[0], x[1], x[2], 0.5f, -2)] },
        { "addbmm", x => [x[0].addbmm(x[1], x[2], 0.5f, -2)], x => [addbmm(x[0], x[1], x[2], 0.5f, -2)] },
        { "chain_matmul", x => [linalg.multi_dot(x)], x => [chain_matmul(x)] },
        { "matrix_power", x => [x[0].matrix_power(3)], x => [matrix_power(x[0], 3)] },
        { "matrix_exp", x => [x[0].matrix_exp()], x => [linalg.matrix_exp(x[0])] },
        { "kron", x => [x[0].kron(x[1])], x => [kron(x[0], x[1])] },
        { "cross", x => [linalg.cross(x[0], x[1])] },
        { "vecdot", x => [linalg.vecdot(x[0], x[1])] },
        { "trace", x => [x[0].trace()], x => [trace(x[0])] },
        { "diag", x => [x[0].diag()], x => [diag(x[0])] },
        { "diag_build", x => [x[0].diag(1)], x => [diag(x[0], 1)] },
        { "diagflat", x => [x[0].diagflat()], x => [diagflat(x[0])] },
        { "diagonal", x => [x[0].diagonal(1, 0, 1)], x => [diagonal(x[0], 1, 0, 1)] },
        { "diagonal_batched", x => [linalg.diagonal(x[0])], x => [x[0].diagonal(0, -2, -1)] },
        { "vander", x => [vander(x[0], 3)], x => [x[0].vander(3)] },
        { "qr", x => Qr(x[0]) },
        { "qr_batched", x => Qr(x[0]) },
        { "svd", x => Svd(x[0]) },
        { "svd_batched", x => Svd(x[0]) },
        { "svdvals", x => [linalg.svdvals(x[0])] },
        { "eigh", x => Eigh(x[0]) },
        { "eigvalsh", x => [linalg.eigvalsh((x[0] + x[0].T) / 2)] },
        { "cholesky", x => [linalg.cholesky(x[0])], x => [cholesky(x[0])], x => [x[0].cholesky()] },
        { "cholesky_solve", x => [cholesky_solve(x[1], linalg.cholesky(x[0]))] },
        { "cholesky_inverse", x => [cholesky_inverse(linalg.cholesky(x[0]))] },
        { "solve", x => [linalg.solve(x[0], x[1])] },
        { "solve_batched", x => [linalg.solve(x[0], x[1])] },
        { "inv", x => [linalg.inv(x[0])], x => [inverse(x[0])], x => [x[0].inverse()] },
        { "det", x => [linalg.det(x[0])], x => [det(x[0])], x => [x[0].det()] },
        { "slogdet", x => Slogdet(x[0]) },
        { "logdet", x => [logdet(x[0])], x => [x[0].logdet()] },
        { "pinv", x => [linalg.pinv(x[0])], x => [pinverse(x[0])] },
        { "lstsq", x => [linalg.lstsq(x[0], x[1]).Solution] },
        { "lu", x => Lu(x[0]) },
        { "matrix_rank", x => [linalg.matrix_rank(x[0])] },
        { "linalg_norm", x => [linalg.norm(x[0])] },
        { "linalg_norm_dims", x => [linalg.norm(x[0], [1, 2], true)] },
        { "linalg_norm_order", x => [linalg.norm(x[0], 2.0, [1])] },
        { "matrix_norm", x => [linalg.matrix_norm(x[0])], x => [linalg.matrix_norm(x[0], "fro")] },
        { "matrix_norm_nuclear", x => [linalg.matrix_norm(x[0], "nuc")] },
        { "matrix_norm_spectral", x => [linalg.matrix_norm(x[0], 2.0)] },
        { "matrix_norm_one", x => [linalg.matrix_norm(x[0], 1.0)] },
        { "vector_norm", x => [linalg.vector_norm(x[0], 2.0)] },
        { "vector_norm_dims", x => [linalg.vector_norm(x[0], 3.0, [1], true)] },
        { "vector_norm_infinite", x => [linalg.vector_norm(x[0], double.PositiveInfinity, [1])] },
        { "cond", x => [linalg.cond(x[0])] },
        { "cdist", x => [cdist(x[0], x[1])], x => [cdist(x[0], x[1], 2.0)] },
        { "cdist_p1", x => [cdist(x[0], x[1], 1.0)] },
        { "tril_of_product", x => [matmul(x[0], x[0].t()).tril().masked_fill(x[1], 0.0)] },
    };

    private static Tensor[] Qr(Tensor a)
    {
        var (q, r) = linalg.qr(a);
        return [matmul(q, r), matmul(r.transpose(-2, -1), r), r.abs(), matmul(q, q.transpose(-2, -1))];
    }

    private static Tensor[] Lu(Tensor a)
    {
        // Pivoting makes the factors unique.
        var (p, l, u) = linalg.lu(a);
        return [p, l, u];
    }

    private static Tensor[] Svd(Tensor a)
    {
        var (u, s, vh) = linalg.svd(a, fullMatrices: false);
        return [s, matmul(matmul(u, s.diag_embed()), vh), matmul(u, u.transpose(-2, -1))];
    }

    private static Tensor[] Eigh(Tensor a)
    {
        var (values, vectors) = linalg.eigh((a + a.transpose(-2, -1)) / 2);
        var first = vectors[TensorIndex.Ellipsis, ..1];
        return
        [
            values,
            matmul(first, first.transpose(-2, -1)),
            matmul(matmul(vectors, (0.1 * values).exp().diag_embed()), vectors.transpose(-2, -1)),
        ];
    }

    private static Tensor[] Slogdet(Tensor a)
    {
        var (sign, logarithm) = linalg.slogdet(a);
        return [sign, logarithm];
    }
}
