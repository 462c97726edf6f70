"""Resampling."""

import torch
import torch.nn.functional as F

from .table import case, real

case("interpolate_nearest_size", [real(1, 2, 3, 4)], lambda x: F.interpolate(x, size=(5, 6), mode="nearest"))
case("interpolate_nearest_scale", [real(1, 1, 3, 4)], lambda x: F.interpolate(x, scale_factor=(2.0, 2.0), mode="nearest"))
case("interpolate_nearest_1d", [real(1, 2, 4)], lambda x: F.interpolate(x, size=(7,), mode="nearest"))
case("interpolate_nearest_3d", [real(1, 1, 2, 2, 2)], lambda x: F.interpolate(x, scale_factor=(2.0, 1.0, 2.0), mode="nearest"))
case("interpolate_linear", [real(1, 2, 4)], lambda x: F.interpolate(x, size=(7,), mode="linear", align_corners=False))
case("interpolate_linear_aligned", [real(1, 2, 4)], lambda x: F.interpolate(x, size=(7,), mode="linear", align_corners=True))
case("interpolate_bilinear_size", [real(1, 1, 3, 4)], lambda x: F.interpolate(x, size=(5, 3), mode="bilinear", align_corners=False))
case("interpolate_bilinear_aligned", [real(1, 1, 3, 4)], lambda x: F.interpolate(x, size=(5, 3), mode="bilinear", align_corners=True))
case("interpolate_bilinear_scale", [real(1, 2, 3, 3)],
     lambda x: F.interpolate(x, scale_factor=(2.0, 2.0), mode="bilinear", align_corners=False))
case("interpolate_bilinear_scale_fraction", [real(1, 1, 4, 4)],
     lambda x: F.interpolate(x, scale_factor=(1.6, 0.7), mode="bilinear", align_corners=False))
case("interpolate_bicubic", [real(1, 1, 4, 4)], lambda x: F.interpolate(x, size=(6, 5), mode="bicubic", align_corners=False))
case("interpolate_bicubic_aligned", [real(1, 1, 4, 4)], lambda x: F.interpolate(x, size=(6, 5), mode="bicubic", align_corners=True))
case("interpolate_trilinear", [real(1, 1, 2, 2, 3)], lambda x: F.interpolate(x, size=(3, 3, 4), mode="trilinear", align_corners=False))
case("interpolate_area", [real(1, 1, 4, 6)], lambda x: F.interpolate(x, size=(2, 3), mode="area"))
case("upsample_nearest", [real(1, 1, 2, 3)], lambda x: F.interpolate(x, scale_factor=(2.0, 2.0), mode="nearest"))
case("upsample_bilinear", [real(1, 1, 2, 3)], lambda x: F.interpolate(x, size=(4, 5), mode="bilinear", align_corners=True))
case("grid_sample", [real(1, 2, 4, 4), real(1, 3, 3, 2, lo=-0.95, hi=0.95)],
     lambda x, g: F.grid_sample(x, g, mode="bilinear", padding_mode="zeros", align_corners=False))
case("grid_sample_border", [real(1, 1, 3, 4), real(1, 2, 3, 2, lo=-0.6, hi=0.6)],
     lambda x, g: F.grid_sample(x, g, mode="bilinear", padding_mode="border", align_corners=True))
case("grid_sample_nearest", [real(1, 1, 3, 4), real(1, 2, 3, 2, lo=-0.9, hi=0.9, grad=False)],
     lambda x, g: F.grid_sample(x, g, mode="nearest", padding_mode="zeros", align_corners=False))
case("affine_grid", [real(1, 2, 3)], lambda t: F.affine_grid(t, (1, 1, 3, 4), align_corners=False))
