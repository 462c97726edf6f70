"""Elementwise functions, arithmetic with its broadcasting and promotion, dtype casts."""

import torch

from .table import case, flags, real, values, whole

# Functions of one tensor: name, lower and upper bound of the argument, kinks to stay away from.
for name, lo, hi, away in [
    ("abs", -2, 2, [0]),
    ("acos", -0.9, 0.9, []),
    ("acosh", 1.2, 3, []),
    ("asin", -0.9, 0.9, []),
    ("asinh", -2, 2, []),
    ("atan", -2, 2, []),
    ("atanh", -0.9, 0.9, []),
    ("cos", -2, 2, []),
    ("cosh", -2, 2, []),
    ("deg2rad", -180, 180, []),
    ("digamma", 0.5, 4, []),
    ("erf", -2, 2, []),
    ("erfc", -2, 2, []),
    ("erfinv", -0.9, 0.9, []),
    ("exp", -2, 2, []),
    ("exp2", -2, 2, []),
    ("expm1", -2, 2, []),
    ("i0", -2, 2, []),
    ("lgamma", 0.3, 4, []),
    ("log", 0.2, 4, []),
    ("log10", 0.2, 4, []),
    ("log1p", -0.6, 3, []),
    ("log2", 0.2, 4, []),
    ("logit", 0.1, 0.9, []),
    ("neg", -2, 2, []),
    ("rad2deg", -3, 3, []),
    ("reciprocal", 0.3, 3, []),
    ("relu", -2, 2, [0]),
    ("rsqrt", 0.3, 4, []),
    ("sigmoid", -3, 3, []),
    ("sin", -2, 2, []),
    ("sinc", -2, 2, [0]),
    ("sinh", -2, 2, []),
    ("sqrt", 0.2, 4, []),
    ("square", -2, 2, []),
    ("tan", -1.2, 1.2, []),
    ("tanh", -2, 2, []),
]:
    case(name, [real(3, 4, lo=lo, hi=hi, away=away)], getattr(torch, name))

# Step functions: their gradient is zero (frac: one).
for name in ["ceil", "floor", "frac", "round", "trunc", "sign", "sgn", "signbit"]:
    case(name, [real(3, 4, lo=-3, hi=3, away=[-2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5])], getattr(torch, name))
case("round_decimals", [values([1.2345, -0.4567, 2.7182, 0.0512, -1.9991])], lambda x: torch.round(x, decimals=2))
case("logit_eps", [values([0.001, 0.3, 0.7, 0.999], grad=True)], lambda x: torch.logit(x, eps=0.05))
case("lgamma_polygamma", [real(5, lo=0.5, hi=4)], lambda x: torch.polygamma(1, x))
case("nan_to_num", [values([1.5, float("nan"), float("inf"), -float("inf"), -2.0])],
     lambda x: torch.nan_to_num(x, nan=0.5, posinf=9.0, neginf=-7.0))
case("abs_int", [values([-3, 0, 7, -1])], torch.abs)
case("neg_int", [values([-3, 0, 7, -1])], torch.neg)
case("exp_of_int_is_float", [values([-1, 0, 2])], torch.exp)

# Two tensors.
case("add", [real(3, 4), real(3, 4)], torch.add)
case("add_broadcast", [real(3, 1), real(1, 4)], torch.add)
case("add_alpha", [real(3, 4), real(3, 4)], lambda x, y: torch.add(x, y, alpha=-1.5))
case("sub", [real(3, 4), real(3, 4)], torch.sub)
case("sub_broadcast", [real(2, 3, 1), real(4)], torch.sub)
case("mul", [real(3, 4), real(3, 4)], torch.mul)
case("mul_broadcast", [real(2, 3, 4), real(3, 1)], torch.mul)
case("div", [real(3, 4), real(3, 4, lo=0.5, hi=2)], torch.div)
case("div_broadcast", [real(4), real(3, 1, lo=-2, hi=-0.5)], torch.div)
case("div_floor", [real(3, 4), values([[0.7, -0.8, 1.3, 0.6]])], lambda x, y: torch.div(x, y, rounding_mode="floor"))
case("div_trunc", [real(3, 4), values([[0.7, -0.8, 1.3, 0.6]])], lambda x, y: torch.div(x, y, rounding_mode="trunc"))
case("fmod", [real(3, 4), real(3, 4, lo=0.6, hi=1.1)], torch.fmod)
case("remainder", [real(3, 4), real(3, 4, lo=0.6, hi=1.1)], torch.remainder)
case("pow", [real(3, 4, lo=0.3, hi=2), real(3, 4)], torch.pow)
case("float_power", [real(3, 4, lo=0.3, hi=2), real(3, 4)], torch.float_power, fixed=True)
case("atan2", [real(3, 4), real(3, 4, away=[0])], torch.atan2)
case("hypot", [real(3, 4), real(3, 4, away=[0])], torch.hypot)
case("maximum", [real(3, 4), real(3, 4)], torch.maximum)
case("minimum", [real(3, 4), real(3, 4)], torch.minimum)
case("fmax", [real(3, 4), real(3, 4)], torch.fmax)
case("fmin", [real(3, 4), real(3, 4)], torch.fmin)
case("copysign", [real(3, 4, away=[0]), real(3, 4, away=[0], grad=False)], torch.copysign)
case("xlogy", [real(3, 4), real(3, 4, lo=0.3, hi=3)], torch.xlogy)
case("logaddexp", [real(3, 4), real(3, 4)], torch.logaddexp)
case("logaddexp2", [real(3, 4), real(3, 4)], torch.logaddexp2)
case("heaviside", [values([-1.5, 0.0, 2.0]), values([0.5, 0.25, 0.75])], torch.heaviside)
case("ldexp", [real(4), values([0, 1, 3, -2])], torch.ldexp)
case("floor_divide", [real(3, 4, grad=False), values([[0.7, -0.8, 1.3, 0.6]])], torch.floor_divide)
case("lerp", [real(3, 4), real(3, 4), real(3, 4, lo=0, hi=1)], torch.lerp)
case("addcmul", [real(3, 4), real(3, 4), real(3, 4)], lambda x, y, z: torch.addcmul(x, y, z, value=0.75))
case("addcdiv", [real(3, 4), real(3, 4), real(3, 4, lo=0.5, hi=2)], lambda x, y, z: torch.addcdiv(x, y, z, value=0.75))
case("dist", [real(3, 4), real(3, 4)], lambda x, y: torch.dist(x, y, 2.0))

# A tensor and a scalar.
case("add_scalar", [real(3, 4)], lambda x: x + 2.5)
case("add_scalar_alpha", [real(3, 4)], lambda x: torch.add(x, 2.5, alpha=3))
case("sub_scalar", [real(3, 4)], lambda x: x - 2.5)
case("scalar_sub", [real(3, 4)], lambda x: 2.5 - x)
case("mul_scalar", [real(3, 4)], lambda x: x * 2.5)
case("div_scalar", [real(3, 4)], lambda x: x / 2.5)
case("scalar_div", [real(3, 4, lo=0.5, hi=2)], lambda x: 2.5 / x)
case("div_scalar_floor", [real(3, 4)], lambda x: torch.div(x, 0.7, rounding_mode="floor"))
case("scalar_int", [real(3, 4)], lambda x: [x + 3, 3 - x, x * 3, x / 3])
case("fmod_scalar", [real(3, 4)], lambda x: torch.fmod(x, 0.7))
case("remainder_scalar", [real(3, 4)], lambda x: torch.remainder(x, 0.7))
case("pow_scalar", [real(3, 4, lo=0.3, hi=2)], lambda x: x ** 1.5)
case("pow_square", [real(3, 4)], lambda x: x ** 2)
case("pow_cube", [real(3, 4)], lambda x: x ** 3)
case("pow_half", [real(3, 4, lo=0.3, hi=2)], lambda x: x ** 0.5)
case("pow_minus_one", [real(3, 4, lo=0.3, hi=2)], lambda x: x ** -1)
case("xlogy_scalar", [real(3, 4)], lambda x: torch.xlogy(x, 1.75))
case("clamp", [real(3, 4, away=[-0.75, 1])], lambda x: torch.clamp(x, -0.75, 1.0))
case("clamp_min", [real(3, 4, away=[-0.75])], lambda x: torch.clamp(x, min=-0.75))
case("clamp_max", [real(3, 4, away=[1])], lambda x: torch.clamp(x, max=1.0))
case("clamp_tensor", [real(3, 4), values([-1.0, -0.5, -0.25, -0.125]), values([0.5, 1.0, 0.25, 1.5])], torch.clamp)
case("clamp_int", [values([-5, -1, 0, 3, 9])], lambda x: torch.clamp(x, -2, 4))

def through_views(x, y):
    result = x * 1
    result[0].add_(y[0])
    result.narrow(0, 1, 2).mul_(2.5)
    result.t()[3].sub_(y[:, 0])
    return result * y


# Chains in which an in-place operator changes a value that other operators have read.
case("inplace_chain", [real(3, 4), real(3, 4)],
     lambda x, y: ((x * 2).add_(y).mul_(3).sub_(y).div_(4).neg_(),))
case("inplace_fill", [real(3, 4)], lambda x: x.clone().fill_(1.25) + x)
case("inplace_zero", [real(3, 4, grad=False)], lambda x: x.clone().zero_())
case("inplace_on_views", [real(3, 4), real(3, 4)], lambda x, y: through_views(x, y))
case("inplace_copy", [real(3, 4), real(4)], lambda x, y: (x * 2).copy_(y) + x)

# Integers, booleans, and what mixtures promote to.
case("int_arithmetic", [whole(2, 3, lo=-9), whole(2, 3, lo=1)],
     lambda x, y: [x + y, x - y, x * y, x / y, torch.div(x, y, rounding_mode="floor"),
                   torch.div(x, y, rounding_mode="trunc"), torch.remainder(x, y), torch.fmod(x, y)])
case("int_pow", [whole(2, 3, lo=-4, hi=4), whole(2, 3, lo=0, hi=4)], torch.pow)
case("int_bitwise", [whole(2, 3, hi=200), whole(2, 3, hi=200)], lambda x, y: [x & y, x | y, x ^ y, ~x])
case("int_shifts", [whole(2, 3, hi=200), whole(2, 3, hi=4)],
     lambda x, y: [torch.bitwise_left_shift(x, y), torch.bitwise_right_shift(x, y)])
case("int_gcd_lcm", [whole(2, 3, lo=1, hi=60), whole(2, 3, lo=1, hi=60)], lambda x, y: [torch.gcd(x, y), torch.lcm(x, y)])
case("bool_bitwise", [flags(2, 3), flags(2, 3)], lambda x, y: [x & y, x | y, x ^ y, ~x])
case("promote_int_float", [whole(3), real(3, grad=True)], lambda x, y: [x + y, x * y, y / 2])
case("promote_int_scalar", [whole(3)], lambda x: [x + 2, x * 2.5, x / 2])
case("promote_bool", [flags(4), real(4)], lambda x, y: [x + x, x * 3, x * y])
case("promote_int32_int64", [whole(3, dtype=torch.int32), whole(3)], lambda x, y: [x + y, x + x])

# Casts. Half and bfloat16 results are rounded the same way from float64 and from float32.
for name, dtype in [("float32", torch.float32), ("float64", torch.float64), ("float16", torch.float16),
                    ("bfloat16", torch.bfloat16)]:
    case(f"cast_to_{name}", [real(3, 4)], lambda x, dtype=dtype: x.to(dtype), fixed=True)
for name in ["int8", "int16", "int32", "int64"]:
    case(f"cast_to_{name}", [real(3, 4, lo=-90, hi=90, grad=False)], lambda x, dtype=getattr(torch, name): x.to(dtype))
case("cast_to_uint8", [real(3, 4, lo=0, hi=250, grad=False)], lambda x: x.to(torch.uint8))
case("cast_to_bool", [values([0.0, 0.5, -1.0, 0.0, 2.0])], lambda x: x.to(torch.bool))
case("cast_from_int", [whole(5, lo=-9)], lambda x: [x.to(torch.float64), x.to(torch.float32), x.to(torch.int32), x.to(torch.bool)],
     fixed=True)
case("cast_from_bool", [flags(5)], lambda x: [x.to(torch.int64), x.to(torch.float64)], fixed=True)
case("half_arithmetic", [real(3, 4), real(3, 4)],
     lambda x, y: (x.to(torch.float16) * y.to(torch.float16)).to(torch.float32))
case("bfloat16_arithmetic", [real(3, 4), real(3, 4)],
     lambda x, y: (x.to(torch.bfloat16) * y.to(torch.bfloat16)).to(torch.float32))
