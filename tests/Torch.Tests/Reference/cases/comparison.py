"""Comparisons, predicates, logic."""

import torch

from .table import case, flags, real, values, whole

PAIR = [values([[1.0, 2.5, -1.0], [0.0, 4.0, 3.5]]), values([[1.0, 2.0, 0.5], [0.0, 5.0, 3.5]])]
SPECIAL = [values([1.5, float("nan"), float("inf"), -float("inf"), 0.0])]

for name in ["eq", "ne", "lt", "le", "gt", "ge"]:
    case(name, PAIR, getattr(torch, name))
    case(f"{name}_scalar", [PAIR[0]], lambda x, f=getattr(torch, name): f(x, 2.5))
    case(f"{name}_int", [whole(3, 3, hi=3), whole(3, hi=3)], getattr(torch, name))
case("compare_broadcast", [real(3, 1, grad=False), real(1, 4, grad=False)], lambda x, y: [x < y, x >= y])
for name in ["isnan", "isinf", "isfinite", "isposinf", "isneginf", "isreal"]:
    case(name, SPECIAL, getattr(torch, name))
case("isclose", [values([1.0, 2.0, 3.0]), values([1.0, 2.001, 3.5])], lambda x, y: torch.isclose(x, y, rtol=1e-2, atol=1e-8))
case("allclose", [values([1.0, 2.0, 3.0]), values([1.0, 2.001, 3.0])],
     lambda x, y: [torch.tensor(torch.allclose(x, y, rtol=1e-2)), torch.tensor(torch.allclose(x, y)), torch.tensor(torch.allclose(x, x))])
case("isin", [values([1, 2, 3, 4]), values([2, 4, 9])], torch.isin)
for name in ["logical_and", "logical_or", "logical_xor"]:
    case(name, [flags(2, 3), flags(2, 3)], getattr(torch, name))
    case(f"{name}_float", [values([0.0, 1.5, 0.0, -2.0]), values([0.0, 0.0, 3.0, 1.0])], getattr(torch, name))
case("logical_not", [flags(2, 3)], torch.logical_not)
