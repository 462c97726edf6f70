"""Pooling as functions."""

import torch
import torch.nn.functional as F

from .table import case, real

case("max_pool1d", [real(1, 2, 6)], lambda x: F.max_pool1d(x, 2))
case("max_pool1d_stride", [real(1, 2, 7)], lambda x: F.max_pool1d(x, 3, stride=2, padding=1))
case("max_pool2d", [real(1, 2, 4, 4)], lambda x: F.max_pool2d(x, 2))
case("max_pool2d_stride", [real(1, 1, 5, 6)], lambda x: F.max_pool2d(x, (3, 2), stride=(2, 1), padding=(1, 0)))
case("max_pool2d_dilation", [real(1, 1, 5, 5)], lambda x: F.max_pool2d(x, (2, 2), stride=(1, 1), padding=(0, 0), dilation=(2, 2)))
case("max_pool2d_ceil", [real(1, 1, 5, 5)], lambda x: F.max_pool2d(x, 2, ceil_mode=True))
case("max_pool2d_with_indices", [real(1, 1, 4, 4)], lambda x: F.max_pool2d(x, 2, return_indices=True))
case("max_pool3d", [real(1, 1, 2, 4, 4)], lambda x: F.max_pool3d(x, (2, 2, 2)))
case("avg_pool1d", [real(1, 2, 6)], lambda x: F.avg_pool1d(x, 2))
case("avg_pool1d_stride", [real(1, 2, 7)], lambda x: F.avg_pool1d(x, 3, stride=2, padding=1))
case("avg_pool2d", [real(1, 2, 4, 4)], lambda x: F.avg_pool2d(x, 2))
case("avg_pool2d_padding", [real(1, 1, 5, 4)], lambda x: F.avg_pool2d(x, (3, 2), stride=(2, 2), padding=(1, 1), count_include_pad=True))
case("avg_pool2d_exclude_padding", [real(1, 1, 5, 4)],
     lambda x: F.avg_pool2d(x, (3, 2), stride=(2, 2), padding=(1, 1), ceil_mode=False, count_include_pad=False))
case("avg_pool2d_ceil", [real(1, 1, 5, 5)], lambda x: F.avg_pool2d(x, 2, ceil_mode=True))
case("avg_pool3d", [real(1, 1, 2, 4, 4)], lambda x: F.avg_pool3d(x, (2, 2, 2)))
case("adaptive_avg_pool1d", [real(1, 2, 7)], lambda x: F.adaptive_avg_pool1d(x, 3))
case("adaptive_avg_pool2d", [real(1, 2, 5, 4)], lambda x: F.adaptive_avg_pool2d(x, (3, 2)))
case("adaptive_avg_pool2d_one", [real(1, 2, 3, 4)], lambda x: F.adaptive_avg_pool2d(x, 1))
case("adaptive_avg_pool3d", [real(1, 1, 3, 4, 4)], lambda x: F.adaptive_avg_pool3d(x, (2, 2, 2)))
case("adaptive_max_pool1d", [real(1, 2, 7)], lambda x: F.adaptive_max_pool1d(x, 3))
case("adaptive_max_pool2d", [real(1, 2, 5, 4)], lambda x: F.adaptive_max_pool2d(x, (3, 2)))
