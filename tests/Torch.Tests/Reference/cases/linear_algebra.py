"""Products, factorizations, norms.

Factors are only compared where they are unique: R up to the signs of its rows (so R^T R
and |R|), singular vectors as the matrix they rebuild, eigenvectors as their projectors.
"""

import torch

from .table import case, dominant, flags, real, spd, values, whole

case("matmul", [real(2, 3), real(3, 4)], torch.matmul)
case("matmul_vector", [real(2, 3), real(3)], torch.matmul)
case("matmul_vectors", [real(4), real(4)], torch.matmul)
case("matmul_batched", [real(2, 1, 2, 3), real(3, 3, 2)], torch.matmul)
case("mm", [real(2, 3), real(3, 4)], torch.mm)
case("mm_int", [whole(2, 3), whole(3, 2)], torch.mm)
case("mm_transposed", [real(3, 2), real(4, 3)], lambda a, b: torch.mm(a.t(), b.t()))
case("bmm", [real(2, 2, 3), real(2, 3, 2)], torch.bmm)
case("mv", [real(3, 4), real(4)], torch.mv)
case("dot", [real(5), real(5)], torch.dot)
case("vdot", [real(5), real(5)], torch.vdot)
case("inner", [real(2, 3), real(4, 3)], torch.inner)
case("outer", [real(3), real(4)], torch.outer)
case("einsum_matmul", [real(2, 3), real(3, 4)], lambda a, b: torch.einsum("ij,jk->ik", a, b))
case("einsum_batched", [real(2, 2, 3), real(2, 4, 3)], lambda a, b: torch.einsum("bik,bjk->bij", a, b))
case("einsum_trace", [real(3, 3)], lambda a: torch.einsum("ii->i", a))
case("einsum_three", [real(2), real(2, 3), real(3)], lambda a, b, c: torch.einsum("i,ij,j->", a, b, c))
case("tensordot", [real(2, 3, 4), real(3, 4, 2)], lambda a, b: torch.tensordot(a, b, ([1, 2], [0, 1])))
case("tensordot_dims", [real(2, 3, 4), real(4, 5, 2)], lambda a, b: torch.tensordot(a, b, ([0, 2], [2, 0])))
case("addmm", [real(2, 4), real(2, 3), real(3, 4)], lambda c, a, b: torch.addmm(c, a, b, beta=0.5, alpha=-2))
case("addmm_bias", [real(4), real(2, 3), real(3, 4)], torch.addmm)
case("addmv", [real(3), real(3, 4), real(4)], lambda c, a, b: torch.addmv(c, a, b, beta=0.5, alpha=-2))
case("addr", [real(3, 4), real(3), real(4)], lambda c, a, b: torch.addr(c, a, b, beta=0.5, alpha=-2))
case("addbmm", [real(2, 4), real(2, 2, 3), real(2, 3, 4)], lambda c, a, b: torch.addbmm(c, a, b, beta=0.5, alpha=-2))
case("chain_matmul", [real(2, 3), real(3, 4), real(4, 2)], lambda a, b, c: torch.linalg.multi_dot([a, b, c]))
case("matrix_power", [real(3, 3, lo=-1, hi=1)], lambda a: torch.matrix_power(a, 3))
case("matrix_exp", [real(3, 3, lo=-1, hi=1)], torch.matrix_exp)
case("kron", [real(2, 2), real(2, 3)], torch.kron)
case("cross", [real(2, 3), real(2, 3)], lambda a, b: torch.linalg.cross(a, b, dim=-1))
case("vecdot", [real(2, 3), real(2, 3)], lambda a, b: torch.linalg.vecdot(a, b, dim=-1))
case("trace", [real(3, 3)], torch.trace)
case("diag", [real(3, 3)], torch.diag)
case("diag_build", [real(3)], lambda v: torch.diag(v, 1))
case("diagflat", [real(2, 2)], lambda v: torch.diagflat(v))
case("diagonal", [real(3, 4)], lambda a: torch.diagonal(a, 1, 0, 1))
case("diagonal_batched", [real(2, 3, 3)], lambda a: torch.diagonal(a, 0, -2, -1))
case("vander", [real(4, grad=False)], lambda v: torch.vander(v, 3))


def qr(a):
    q, r = torch.linalg.qr(a)
    return [q @ r, r.transpose(-2, -1) @ r, r.abs(), q @ q.transpose(-2, -1)]


def svd(a):
    u, s, vh = torch.linalg.svd(a, full_matrices=False)
    return [s, u @ torch.diag_embed(s) @ vh, u @ u.transpose(-2, -1)]


def eigh(a):
    a = (a + a.transpose(-2, -1)) / 2
    values_, vectors = torch.linalg.eigh(a)
    first = vectors[..., :1]
    return [values_, first @ first.transpose(-2, -1), vectors @ torch.diag_embed(torch.exp(0.1 * values_)) @ vectors.transpose(-2, -1)]


case("qr", [dominant(4, 3)], qr)
case("qr_batched", [dominant(2, 3, 3)], qr)
case("svd", [dominant(4, 3)], svd)
case("svd_batched", [dominant(2, 3, 3)], svd)
case("svdvals", [dominant(4, 3)], torch.linalg.svdvals)
case("eigh", [dominant(3, 3)], eigh)
case("eigvalsh", [dominant(3, 3)], lambda a: torch.linalg.eigvalsh((a + a.T) / 2))
case("cholesky", [spd(3)], torch.linalg.cholesky)
case("cholesky_solve", [spd(3), real(3, 2)], lambda a, b: torch.cholesky_solve(b, torch.linalg.cholesky(a)))
case("cholesky_inverse", [spd(3)], lambda a: torch.cholesky_inverse(torch.linalg.cholesky(a)))
case("solve", [dominant(3, 3), real(3, 2)], torch.linalg.solve)
case("solve_batched", [dominant(2, 3, 3), real(2, 3, 1)], torch.linalg.solve)
case("inv", [dominant(3, 3)], torch.linalg.inv)
case("det", [dominant(3, 3)], torch.linalg.det)
case("slogdet", [dominant(3, 3)], torch.linalg.slogdet)
case("logdet", [spd(3)], torch.logdet)
case("pinv", [dominant(4, 3)], torch.linalg.pinv)
case("lstsq", [dominant(4, 3), real(4, 2)], lambda a, b: torch.linalg.lstsq(a, b).solution)
case("lu", [dominant(3, 3)], torch.linalg.lu)
case("matrix_rank", [values([[1.0, 2.0, 3.0], [2.0, 4.0, 6.0], [1.0, 0.0, 1.0]])], torch.linalg.matrix_rank)
case("linalg_norm", [real(3, 4)], torch.linalg.norm)
case("linalg_norm_dims", [real(2, 3, 4)], lambda a: torch.linalg.norm(a, dim=(1, 2), keepdim=True))
case("linalg_norm_order", [real(3, 4)], lambda a: torch.linalg.norm(a, 2.0, dim=(1,)))
case("matrix_norm", [dominant(4, 3)], lambda a: torch.linalg.matrix_norm(a))
case("matrix_norm_nuclear", [dominant(4, 3)], lambda a: torch.linalg.matrix_norm(a, "nuc"))
case("matrix_norm_spectral", [dominant(4, 3)], lambda a: torch.linalg.matrix_norm(a, 2.0))
case("matrix_norm_one", [real(3, 4, away=[0])], lambda a: torch.linalg.matrix_norm(a, 1.0))
case("vector_norm", [real(3, 4)], lambda a: torch.linalg.vector_norm(a, 2.0))
case("vector_norm_dims", [real(2, 3, 4, away=[0])], lambda a: torch.linalg.vector_norm(a, 3.0, dim=(1,), keepdim=True))
case("vector_norm_infinite", [real(3, 4, away=[0])], lambda a: torch.linalg.vector_norm(a, float("inf"), dim=(1,)))
case("cond", [dominant(3, 3)], torch.linalg.cond)
case("cdist", [real(3, 4), real(2, 4)], lambda a, b: torch.cdist(a, b, 2.0))
case("cdist_p1", [real(2, 3, 2), real(2, 2, 2)], lambda a, b: torch.cdist(a, b, 1.0))
case("tril_of_product", [real(3, 3), flags(3, 3)], lambda a, m: torch.tril(a @ a.t()).masked_fill(m, 0.0))
