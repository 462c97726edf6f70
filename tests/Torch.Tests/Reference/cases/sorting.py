"""Orders, counts and searches."""

import torch

from .table import case, real, values, whole

case("sort", [real(3, 4)], lambda x: torch.sort(x, dim=-1))
case("sort_descending", [real(3, 4)], lambda x: torch.sort(x, dim=0, descending=True))
case("sort_stable", [values([3, 1, 3, 1, 2])], lambda x: torch.sort(x, dim=0, stable=True))
case("argsort", [real(3, 4)], lambda x: [torch.argsort(x), torch.argsort(x, dim=0, descending=True)])
case("msort", [real(3, 4)], torch.msort)
case("topk", [real(3, 5)], lambda x: torch.topk(x, 2))
case("topk_smallest", [real(4, 3)], lambda x: torch.topk(x, 2, dim=0, largest=False))
case("kthvalue", [real(3, 5)], lambda x: torch.kthvalue(x, 2, 1))
case("kthvalue_keepdim", [real(3, 5)], lambda x: torch.kthvalue(x, 3, 0, keepdim=True))
case("unique", [values([3, 1, 3, 2, 1])], lambda x: torch.unique(x, return_inverse=True, return_counts=True))
case("unique_float", [values([[0.5, -1.0], [0.5, 2.0]])], lambda x: torch.unique(x))
case("unique_dim", [values([[1, 2], [0, 1], [1, 2]])], lambda x: torch.unique(x, dim=0, return_inverse=True, return_counts=True))
case("unique_consecutive", [values([1, 1, 2, 2, 2, 1])],
     lambda x: torch.unique_consecutive(x, return_inverse=True, return_counts=True))
case("searchsorted", [values([1.0, 3.0, 5.0, 7.0]), values([[0.5, 3.0], [6.0, 8.0]])],
     lambda s, v: [torch.searchsorted(s, v), torch.searchsorted(s, v, right=True), torch.searchsorted(s, v, out_int32=True)])
case("bucketize", [values([[0.5, 3.0], [6.0, 8.0]]), values([1.0, 3.0, 5.0])],
     lambda v, b: [torch.bucketize(v, b), torch.bucketize(v, b, right=True)])
case("bincount", [values([0, 3, 1, 3, 3])], lambda x: [torch.bincount(x), torch.bincount(x, minlength=6)])
case("bincount_weights", [values([0, 2, 1, 2]), values([0.5, 1.25, -2.0, 4.0])],
     lambda x, w: torch.bincount(x, w))
