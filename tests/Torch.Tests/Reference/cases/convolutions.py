"""Convolutions and linear layers as functions."""

import torch
import torch.nn.functional as F

from .table import case, real

case("linear", [real(2, 3), real(4, 3), real(4)], F.linear)
case("linear_no_bias", [real(2, 2, 3), real(4, 3)], F.linear)
case("bilinear", [real(2, 2), real(2, 3), real(2, 2, 3), real(2)], F.bilinear)
case("conv1d", [real(2, 2, 6), real(3, 2, 3), real(3)], F.conv1d)
case("conv1d_no_bias", [real(1, 2, 6), real(2, 2, 2)], F.conv1d)
case("conv1d_stride_padding_dilation", [real(1, 2, 8), real(2, 2, 3), real(2)],
     lambda x, w, b: F.conv1d(x, w, b, stride=2, padding=2, dilation=2))
case("conv1d_groups", [real(1, 4, 5), real(4, 2, 2), real(4)], lambda x, w, b: F.conv1d(x, w, b, groups=2))
case("conv1d_depthwise", [real(1, 3, 5), real(6, 1, 2)], lambda x, w: F.conv1d(x, w, None, groups=3))
case("conv2d", [real(1, 2, 4, 5), real(3, 2, 3, 2), real(3)], F.conv2d)
case("conv2d_no_bias", [real(2, 1, 4, 4), real(2, 1, 3, 3)], F.conv2d)
case("conv2d_pointwise", [real(1, 3, 3, 4), real(2, 3, 1, 1), real(2)], F.conv2d)
case("conv2d_stride_padding", [real(1, 2, 5, 5), real(2, 2, 3, 3), real(2)],
     lambda x, w, b: F.conv2d(x, w, b, stride=(2, 1), padding=(1, 0)))
case("conv2d_dilation", [real(1, 1, 6, 6), real(2, 1, 2, 3)],
     lambda x, w: F.conv2d(x, w, None, stride=(1, 1), padding=(1, 2), dilation=(3, 2)))
case("conv2d_groups", [real(1, 4, 4, 3), real(6, 2, 2, 2), real(6)], lambda x, w, b: F.conv2d(x, w, b, groups=2))
case("conv2d_depthwise_multiplier", [real(1, 3, 4, 4), real(6, 1, 3, 3), real(6)],
     lambda x, w, b: F.conv2d(x, w, b, stride=(1, 1), padding=(1, 1), dilation=(1, 1), groups=3))
case("conv2d_unbatched", [real(2, 4, 4), real(2, 2, 2, 2)], F.conv2d)
case("conv2d_channels_permuted", [real(1, 4, 4, 2), real(2, 2, 3, 3)], lambda x, w: F.conv2d(x.permute(0, 3, 1, 2), w))
case("conv3d", [real(1, 1, 3, 3, 4), real(2, 1, 2, 2, 2), real(2)], F.conv3d)
case("conv_transpose1d", [real(1, 3, 4), real(3, 2, 3), real(2)], F.conv_transpose1d)
case("conv_transpose1d_stride", [real(1, 2, 4), real(2, 1, 3)],
     lambda x, w: F.conv_transpose1d(x, w, None, stride=2, padding=1, output_padding=1))
case("conv_transpose2d", [real(1, 2, 3, 3), real(2, 3, 2, 2), real(3)], F.conv_transpose2d)
case("conv_transpose2d_stride", [real(1, 2, 3, 2), real(2, 2, 3, 3), real(2)],
     lambda x, w, b: F.conv_transpose2d(x, w, b, stride=(2, 2), padding=(1, 1), output_padding=(1, 0)))
case("conv_transpose2d_groups", [real(1, 4, 2, 3), real(4, 1, 2, 2), real(2)],
     lambda x, w, b: F.conv_transpose2d(x, w, b, groups=2))
case("conv_transpose2d_dilation", [real(1, 1, 3, 3), real(1, 2, 2, 2)],
     lambda x, w: F.conv_transpose2d(x, w, None, stride=(1, 1), padding=(0, 0), output_padding=(0, 0), dilation=(2, 2)))
case("conv_transpose3d", [real(1, 1, 2, 2, 3), real(1, 1, 2, 2, 2), real(1)], F.conv_transpose3d)
