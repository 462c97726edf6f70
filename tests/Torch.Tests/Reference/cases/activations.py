"""Activations as functions and as methods."""

import torch
import torch.nn.functional as F

from .table import case, real

case("relu_function", [real(3, 4, away=[0])], F.relu)
case("relu6", [real(3, 4, lo=-4, hi=9, away=[0, 6])], F.relu6)
case("leaky_relu", [real(3, 4, away=[0])], lambda x: F.leaky_relu(x, 0.15))
case("elu", [real(3, 4, away=[0])], lambda x: F.elu(x, 1.3))
case("selu", [real(3, 4, away=[0])], F.selu)
case("celu", [real(3, 4, away=[0])], lambda x: F.celu(x, 1.3))
case("gelu", [real(3, 4)], F.gelu)
case("gelu_tanh_by_hand", [real(3, 4)], lambda x: F.gelu(x, approximate="tanh"))
case("silu", [real(3, 4)], F.silu)
case("mish", [real(3, 4)], F.mish)
case("softplus", [real(3, 4)], F.softplus)
case("softplus_beta", [real(3, 4, lo=-3, hi=3, away=[2])], lambda x: F.softplus(x, 1.5, 3.0))
case("softsign", [real(3, 4, away=[0])], F.softsign)
case("softshrink", [real(3, 4, away=[-0.4, 0.4])], lambda x: F.softshrink(x, 0.4))
case("hardshrink", [real(3, 4, away=[-0.4, 0.4])], lambda x: F.hardshrink(x, 0.4))
case("tanhshrink", [real(3, 4)], F.tanhshrink)
case("hardsigmoid", [real(3, 4, lo=-5, hi=5, away=[-3, 3])], F.hardsigmoid)
case("hardswish", [real(3, 4, lo=-5, hi=5, away=[-3, 3])], F.hardswish)
case("threshold", [real(3, 4, away=[0.3])], lambda x: F.threshold(x, 0.3, -1.5))
case("logsigmoid", [real(3, 4)], F.logsigmoid)
case("glu", [real(3, 4)], F.glu)
case("glu_dim", [real(4, 3)], lambda x: F.glu(x, 0))
case("softmax", [real(3, 4)], lambda x: F.softmax(x, 1))
case("softmax_dim0", [real(3, 4)], lambda x: F.softmax(x, 0))
case("softmax_dtype", [real(3, 4)], lambda x: F.softmax(x, 1, dtype=torch.float64), fixed=True)
case("softmax_large", [real(2, 3, lo=100, hi=102)], lambda x: F.softmax(x, -1))
case("softmax2d", [real(1, 3, 2, 2)], lambda x: F.softmax(x, 1))
case("log_softmax", [real(3, 4)], lambda x: F.log_softmax(x, 1))
case("softmin", [real(3, 4)], lambda x: F.softmin(x, 1))
case("swiglu_by_hand", [real(2, 3), real(4, 3), real(4, 3)], lambda x, w, v: F.silu(F.linear(x, w)) * F.linear(x, v))
