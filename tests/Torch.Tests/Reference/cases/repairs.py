"""Operators for which TorchSharp's package 0.106.0 answers something else than PyTorch.

The binding in torch/ follows PyTorch here; see RepairedOperators.cs, which names the difference for each.
"""

import torch
import torch.nn.functional as F

from .table import case, real, values

case("erfinv_function", [real(3, 4, lo=-0.9, hi=0.9)], torch.erfinv)
case("div_function_rounded", [real(3, 4), values([[0.7, -0.8, 1.3, 0.6]])],
     lambda x, y: [torch.div(x, y, rounding_mode="floor"), torch.div(x, y, rounding_mode="trunc"),
                   torch.div(x, 0.7, rounding_mode="floor")])
case("inplace_zero_in_graph", [real(3, 4)], lambda x: (x * 2).zero_() + x * x)
case("var_biased", [real(3, 4)], lambda x: torch.var(x, unbiased=False))
case("nanmean", [values([[1.5, float("nan"), 2.0], [0.25, -3.0, float("nan")]])], lambda x: [torch.nanmean(x), torch.nanmean(x, 1)])
case("diff_second", [real(3, 5)], lambda x: torch.diff(x, 2, 0))
case("tensordot_count", [real(2, 3, 4), real(3, 4, 2)], lambda a, b: torch.tensordot(a, b, 2))
case("baddbmm", [real(2, 2, 4), real(2, 2, 3), real(2, 3, 4)], lambda c, a, b: torch.baddbmm(c, a, b, beta=0.5, alpha=-2))
case("upsample_nearest_function", [real(1, 1, 2, 3)], lambda x: F.interpolate(x, scale_factor=(2.0, 2.0), mode="nearest"))
case("hardtanh", [real(3, 4, away=[-0.8, 1.2])], lambda x: F.hardtanh(x, -0.8, 1.2))
case("module_hardtanh", [real(3, 4, away=[-0.8, 1.2])], torch.nn.Hardtanh(-0.8, 1.2))
