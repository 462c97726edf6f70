using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Operators;

/// <summary>Elementwise functions of two or more tensors and of tensors and scalars, C# operators among them.</summary>
internal static class PointwiseArithmeticOperators
{
    public static readonly OperatorTable Table = new()
    {
        { "add", x => [x[0] + x[1]], x => [x[0].add(x[1])], x => [add(x[0], x[1])], x => [x[0].clone().add_(x[1])] },
        { "add_broadcast", x => [x[0] + x[1]], x => [add(x[0], x[1])] },
        { "add_alpha", x => [x[0].add(x[1], -1.5)], x => [add(x[0], x[1], -1.5)], x => [x[0].clone().add_(x[1], -1.5)] },
        { "sub",
            x => [x[0] - x[1]],
            x => [x[0].sub(x[1])],
            x => [sub(x[0], x[1])],
            x => [x[0].clone().sub_(x[1])],
            x => [subtract(x[0], x[1])] },
        { "sub_broadcast", x => [x[0] - x[1]] },
        { "mul",
            x => [x[0] * x[1]],
            x => [x[0].mul(x[1])],
            x => [mul(x[0], x[1])],
            x => [x[0].clone().mul_(x[1])],
            x => [multiply(x[0], x[1])] },
        { "mul_broadcast", x => [x[0] * x[1]], x => [x[0].clone().mul_(x[1])] },
        { "div",
            x => [x[0] / x[1]],
            x => [x[0].div(x[1])],
            x => [div(x[0], x[1])],
            x => [x[0].clone().div_(x[1])],
            x => [true_divide(x[0], x[1])] },
        { "div_broadcast", x => [x[0] / x[1]] },
        { "div_floor", x => [x[0].div(x[1], RoundingMode.floor)], x => [x[0].clone().div_(x[1], RoundingMode.floor)] },
        { "div_trunc", x => [x[0].div(x[1], RoundingMode.trunc)] },
        { "fmod", x => [x[0].fmod(x[1])], x => [fmod(x[0], x[1])], x => [x[0].clone().fmod_(x[1])] },
        { "remainder",
            x => [x[0] % x[1]],
            x => [x[0].remainder(x[1])],
            x => [remainder(x[0], x[1])],
            x => [x[0].clone().remainder_(x[1])] },
        { "pow", x => [x[0].pow(x[1])], x => [pow(x[0], x[1])], x => [x[0].clone().pow_(x[1])] },
        { "float_power", x => [x[0].float_power(x[1])], x => [float_power(x[0], x[1])] },
        { "atan2", x => [x[0].atan2(x[1])], x => [atan2(x[0], x[1])], x => [x[0].clone().atan2_(x[1])] },
        { "hypot", x => [x[0].hypot(x[1])], x => [hypot(x[0], x[1])] },
        { "maximum", x => [x[0].maximum(x[1])], x => [maximum(x[0], x[1])] },
        { "minimum", x => [x[0].minimum(x[1])], x => [minimum(x[0], x[1])] },
        { "fmax", x => [x[0].fmax(x[1])], x => [fmax(x[0], x[1])] },
        { "fmin", x => [x[0].fmin(x[1])], x => [fmin(x[0], x[1])] },
        { "copysign", x => [x[0].copysign(x[1])], x => [copysign(x[0], x[1])] },
        { "xlogy", x => [x[0].xlogy(x[1])], x => [xlogy(x[0], x[1])], x => [x[0].clone().xlogy_(x[1])] },
        { "logaddexp", x => [x[0].logaddexp(x[1])], x => [logaddexp(x[0], x[1])] },
        { "logaddexp2", x => [x[0].logaddexp2(x[1])], x => [logaddexp2(x[0], x[1])] },
        { "heaviside", x => [x[0].heaviside(x[1])] },
        { "ldexp", x => [x[0].ldexp(x[1])], x => [ldexp(x[0], x[1])] },
        { "floor_divide", x => [x[0].floor_divide(x[1])], x => [floor_divide(x[0], x[1])], x => [x[0].clone().floor_divide_(x[1])] },
        { "lerp", x => [x[0].lerp(x[1], x[2])], x => [lerp(x[0], x[1], x[2])], x => [x[0].clone().lerp_(x[1], x[2])] },
        { "addcmul",
            x => [x[0].addcmul(x[1], x[2], 0.75)],
            x => [addcmul(x[0], x[1], x[2], 0.75)],
            x => [x[0].clone().addcmul_(x[1], x[2], 0.75)] },
        { "addcdiv",
            x => [x[0].addcdiv(x[1], x[2], 0.75)],
            x => [addcdiv(x[0], x[1], x[2], 0.75)],
            x => [x[0].clone().addcdiv_(x[1], x[2], 0.75)] },
        { "dist", x => [x[0].dist(x[1], 2.0f)], x => [dist(x[0], x[1], 2.0f)] },

        { "add_scalar",
            x => [x[0] + 2.5],
            x => [2.5 + x[0]],
            x => [x[0] + 2.5f],
            x => [x[0].add(2.5)],
            x => [add(x[0], 2.5)],
            x => [x[0].clone().add_(2.5)] },
        { "add_scalar_alpha", x => [x[0].add(2.5, 3)], x => [x[0].clone().add_(2.5, 3)] },
        { "sub_scalar",
            x => [x[0] - 2.5],
            x => [x[0] - 2.5f],
            x => [x[0].sub(2.5)],
            x => [sub(x[0], 2.5)],
            x => [x[0].clone().sub_(2.5)] },
        { "scalar_sub", x => [2.5 - x[0]], x => [2.5f - x[0]] },
        { "mul_scalar",
            x => [x[0] * 2.5],
            x => [2.5 * x[0]],
            x => [2.5f * x[0]],
            x => [x[0].mul(2.5)],
            x => [mul(x[0], 2.5)],
            x => [x[0].clone().mul_(2.5)] },
        { "div_scalar",
            x => [x[0] / 2.5],
            x => [x[0] / 2.5f],
            x => [x[0].div(2.5)],
            x => [div(x[0], 2.5)],
            x => [x[0].clone().div_(2.5)] },
        { "scalar_div", x => [2.5 / x[0]], x => [2.5f / x[0]] },
        { "div_scalar_floor", x => [x[0].div(0.7, RoundingMode.floor)] },
        { "scalar_int", x => [x[0] + 3, 3 - x[0], x[0] * 3, x[0] / 3], x => [3L + x[0], 3L - x[0], 3L * x[0], x[0] / 3L] },
        { "fmod_scalar", x => [x[0].fmod(0.7)], x => [fmod(x[0], 0.7)], x => [x[0].clone().fmod_(0.7)] },
        { "remainder_scalar", x => [x[0] % 0.7], x => [x[0].remainder(0.7)], x => [remainder(x[0], 0.7)] },
        { "pow_scalar", x => [x[0].pow(1.5)], x => [pow(x[0], 1.5)], x => [x[0].clone().pow_(1.5)] },
        { "pow_square", x => [x[0].pow(2)], x => [pow(x[0], 2)], x => [x[0] * x[0]] },
        { "pow_cube", x => [x[0].pow(3)] },
        { "pow_half", x => [x[0].pow(0.5)] },
        { "pow_minus_one", x => [x[0].pow(-1)] },
        { "xlogy_scalar", x => [x[0].xlogy(1.75)], x => [xlogy(x[0], 1.75)] },
        { "clamp",
            x => [x[0].clamp(-0.75, 1.0)],
            x => [clamp(x[0], -0.75, 1.0)],
            x => [x[0].clone().clamp_(-0.75, 1.0)],
            x => [x[0].clip(-0.75, 1.0)] },
        { "clamp_min",
            x => [x[0].clamp_min(-0.75)],
            x => [clamp_min(x[0], -0.75)],
            x => [x[0].clone().clamp_min_(-0.75)],
            x => [x[0].clamp(min: (Scalar)(-0.75))] },
        { "clamp_max",
            x => [x[0].clamp_max(1.0)],
            x => [clamp_max(x[0], 1.0)],
            x => [x[0].clone().clamp_max_(1.0)],
            x => [x[0].clamp(max: (Scalar)1.0)] },
        { "clamp_tensor", x => [x[0].clamp(x[1], x[2])], x => [clamp(x[0], x[1], x[2])], x => [x[0].clone().clamp_(x[1], x[2])] },
        { "clamp_int", x => [x[0].clamp(-2, 4)] },

        { "inplace_chain", x => [(x[0] * 2).add_(x[1]).mul_(3).sub_(x[1]).div_(4).neg_()], x => [InPlaceFunctions(x[0], x[1])] },
        { "inplace_fill", x => [x[0].clone().fill_(1.25) + x[0]] },
        { "inplace_zero", x => [Zeroed(x[0])] },
        { "inplace_on_views", x => [ThroughViews(x[0], x[1])] },
        { "inplace_copy", x => [(x[0] * 2).copy_(x[1]) + x[0]] },

        { "int_arithmetic", x => [
            x[0] + x[1], x[0] - x[1], x[0] * x[1], x[0] / x[1], x[0].div(x[1], RoundingMode.floor),
            x[0].div(x[1], RoundingMode.trunc), x[0] % x[1], x[0].fmod(x[1])] },
        { "int_pow", x => [x[0].pow(x[1])] },
        { "int_bitwise",
            x => [x[0] & x[1], x[0] | x[1], x[0] ^ x[1], ~x[0]],
            x => [bitwise_and(x[0], x[1]), bitwise_or(x[0], x[1]), bitwise_xor(x[0], x[1]), bitwise_not(x[0])] },
        { "int_shifts", x => [x[0].bitwise_left_shift(x[1]), x[0].bitwise_right_shift(x[1])] },
        { "int_gcd_lcm", x => [gcd(x[0], x[1]), lcm(x[0], x[1])] },
        { "bool_bitwise", x => [x[0] & x[1], x[0] | x[1], x[0] ^ x[1], ~x[0]] },
        { "promote_int_float", x => [x[0] + x[1], x[0] * x[1], x[1] / 2] },
        { "promote_int_scalar", x => [x[0] + 2, x[0] * 2.5, x[0] / 2] },
        { "promote_bool", x => [x[0] + x[0], x[0] * 3, x[0] * x[1]] },
        { "promote_int32_int64", x => [x[0] + x[1], x[0] + x[0]] },
        { "half_arithmetic", x => [(x[0].to(float16) * x[1].to(float16)).to(float32)] },
        { "bfloat16_arithmetic", x => [(x[0].to(bfloat16) * x[1].to(bfloat16)).to(float32)] },
    };

    private static Tensor ThroughViews(Tensor x, Tensor y)
    {
        // What is written to a view must reach the tensor behind it, and so must the gradient.
        var result = x * 1;
        result[0].add_(y[0]);
        result.narrow(0, 1, 2).mul_(2.5);
        result.t()[3].sub_(y[.., 0]);
        return result * y;
    }

    private static Tensor Zeroed(Tensor x)
    {
        // The value that zero_ returns and the tensor that it changes must both be zero.
        var result = x.clone();
        return result.zero_() + result;
    }

    private static Tensor InPlaceFunctions(Tensor x, Tensor y)
    {
        var result = x * 2;
        add_(result, y);
        mul_(result, 3);
        sub_(result, y);
        div_(result, 4);
        neg_(result);
        return result;
    }
}
