using static TorchSharp.torch;

namespace Espalier.Symbolic;

/// <content>Arithmetic, comparisons and choices, element by element.</content>
public static partial class torch
{
    /// <summary>Sum.</summary>
    public static SymbolicTensor add(SymbolicTensor left, SymbolicTensor right) => left.add(right);

    /// <summary>Sum.</summary>
    public static SymbolicTensor add(SymbolicTensor left, SymbolicScalar right) => left.add(right);

    /// <summary>Difference.</summary>
    public static SymbolicTensor sub(SymbolicTensor left, SymbolicTensor right) => left.sub(right);

    /// <summary>Difference.</summary>
    public static SymbolicTensor sub(SymbolicTensor left, SymbolicScalar right) => left.sub(right);

    /// <summary>Difference.</summary>
    public static SymbolicTensor subtract(SymbolicTensor left, SymbolicTensor right) => left.subtract(right);

    /// <summary>Difference.</summary>
    public static SymbolicTensor subtract(SymbolicTensor left, SymbolicScalar right) => left.subtract(right);

    /// <summary>Product.</summary>
    public static SymbolicTensor mul(SymbolicTensor left, SymbolicTensor right) => left.mul(right);

    /// <summary>Product.</summary>
    public static SymbolicTensor mul(SymbolicTensor left, SymbolicScalar right) => left.mul(right);

    /// <summary>Product.</summary>
    public static SymbolicTensor multiply(SymbolicTensor left, SymbolicTensor right) => left.multiply(right);

    /// <summary>Product.</summary>
    public static SymbolicTensor multiply(SymbolicTensor left, SymbolicScalar right) => left.multiply(right);

    /// <summary>Quotient, rounded down.</summary>
    public static SymbolicTensor floor_divide(SymbolicTensor left, SymbolicTensor right) => left.floor_divide(right);

    /// <summary>Quotient, rounded down.</summary>
    public static SymbolicTensor floor_divide(SymbolicTensor left, SymbolicScalar right) => left.floor_divide(right);

    /// <summary>Remainder, with the divisor's sign.</summary>
    public static SymbolicTensor remainder(SymbolicTensor left, SymbolicTensor right) => left.remainder(right);

    /// <summary>Remainder, with the divisor's sign.</summary>
    public static SymbolicTensor remainder(SymbolicTensor left, SymbolicScalar right) => left.remainder(right);

    /// <summary>Remainder, with the dividend's sign.</summary>
    public static SymbolicTensor fmod(SymbolicTensor left, SymbolicTensor right) => left.fmod(right);

    /// <summary>Remainder, with the dividend's sign.</summary>
    public static SymbolicTensor fmod(SymbolicTensor left, SymbolicScalar right) => left.fmod(right);

    /// <summary>Quotient.</summary>
    public static SymbolicTensor true_divide(SymbolicTensor left, SymbolicTensor right) => left.true_divide(right);

    /// <summary>Quotient.</summary>
    public static SymbolicTensor true_divide(SymbolicTensor left, SymbolicScalar right) => left.true_divide(right);

    /// <summary>Sum with a multiple.</summary>
    public static SymbolicTensor add(SymbolicTensor left, SymbolicTensor right, SymbolicScalar alpha) => left.add(right, alpha);

    /// <summary>Quotient, rounded if asked.</summary>
    public static SymbolicTensor div(SymbolicTensor left, SymbolicTensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.div(right, rounding_mode);

    /// <summary>Quotient, rounded if asked.</summary>
    public static SymbolicTensor div(SymbolicTensor left, SymbolicScalar right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.div(right, rounding_mode);

    /// <summary>Quotient, rounded if asked.</summary>
    public static SymbolicTensor divide(SymbolicTensor left, SymbolicTensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.divide(right, rounding_mode);

    /// <summary>Quotient, rounded if asked.</summary>
    public static SymbolicTensor divide(SymbolicTensor left, SymbolicScalar right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.divide(right, rounding_mode);

    /// <summary>Power.</summary>
    public static SymbolicTensor pow(SymbolicTensor left, SymbolicTensor exponent) => left.pow(exponent);

    /// <summary>Power.</summary>
    public static SymbolicTensor pow(SymbolicTensor left, SymbolicScalar exponent) => left.pow(exponent);

    /// <summary>Power of a number.</summary>
    public static SymbolicTensor pow(SymbolicScalar left, SymbolicTensor exponent) => exponent.Record("aten::pow.Scalar", left, exponent);

    /// <summary>The greater ones.</summary>
    public static SymbolicTensor maximum(SymbolicTensor input, SymbolicTensor other) => input.maximum(other);

    /// <summary>The lesser ones.</summary>
    public static SymbolicTensor minimum(SymbolicTensor input, SymbolicTensor other) => input.minimum(other);

    /// <summary>The greater ones.</summary>
    public static SymbolicTensor max(SymbolicTensor input, SymbolicTensor other) => input.max(other);

    /// <summary>The lesser ones.</summary>
    public static SymbolicTensor min(SymbolicTensor input, SymbolicTensor other) => input.min(other);

    /// <summary>The greater ones, where both are numbers.</summary>
    public static SymbolicTensor fmax(SymbolicTensor input, SymbolicTensor other) => input.fmax(other);

    /// <summary>The lesser ones, where both are numbers.</summary>
    public static SymbolicTensor fmin(SymbolicTensor input, SymbolicTensor other) => input.fmin(other);

    /// <summary>Angle of the points (other, input).</summary>
    public static SymbolicTensor atan2(SymbolicTensor input, SymbolicTensor other) => input.atan2(other);

    /// <summary>x log y; 0 where x is.</summary>
    public static SymbolicTensor xlogy(SymbolicTensor input, SymbolicTensor other) => input.xlogy(other);

    /// <summary>log(e^x + e^y).</summary>
    public static SymbolicTensor logaddexp(SymbolicTensor input, SymbolicTensor other) => input.logaddexp(other);

    /// <summary>The numbers of one with the signs of the other.</summary>
    public static SymbolicTensor copysign(SymbolicTensor input, SymbolicTensor other) => input.copysign(other);

    /// <summary>Brings numbers into a range.</summary>
    public static SymbolicTensor clamp(SymbolicTensor input, SymbolicScalar? min = null, SymbolicScalar? max = null) =>
        input.clamp(min, max);

    /// <summary>Brings numbers into ranges.</summary>
    public static SymbolicTensor clamp(SymbolicTensor input, SymbolicTensor? min, SymbolicTensor? max = null) => input.clamp(min, max);

    /// <summary>Brings numbers into a range.</summary>
    public static SymbolicTensor clip(SymbolicTensor input, SymbolicScalar? min = null, SymbolicScalar? max = null) =>
        input.clamp(min, max);

    /// <summary>Numbers of at least this.</summary>
    public static SymbolicTensor clamp_min(SymbolicTensor input, SymbolicScalar min) => input.clamp_min(min);

    /// <summary>Numbers of at most this.</summary>
    public static SymbolicTensor clamp_max(SymbolicTensor input, SymbolicScalar max) => input.clamp_max(max);

    /// <summary>The point at this weight between two.</summary>
    public static SymbolicTensor lerp(SymbolicTensor input, SymbolicTensor end, SymbolicTensor weight) => input.lerp(end, weight);

    /// <summary>Sum with a multiple of a product.</summary>
    public static SymbolicTensor addcmul(SymbolicTensor input, SymbolicTensor tensor1, SymbolicTensor tensor2, SymbolicScalar value) =>
        input.addcmul(tensor1, tensor2, value);

    /// <summary>Sum with a multiple of a quotient.</summary>
    public static SymbolicTensor addcdiv(SymbolicTensor input, SymbolicTensor tensor1, SymbolicTensor tensor2, SymbolicScalar value) =>
        input.addcdiv(tensor1, tensor2, value);

    /// <summary>Rounds to the nearest, halves to even.</summary>
    public static SymbolicTensor round(SymbolicTensor input, Dim decimals = default) => input.round(decimals);

    /// <summary>Where equal.</summary>
    public static SymbolicTensor eq(SymbolicTensor left, SymbolicTensor right) => left.eq(right);

    /// <summary>Where different.</summary>
    public static SymbolicTensor ne(SymbolicTensor left, SymbolicTensor right) => left.ne(right);

    /// <summary>Where less.</summary>
    public static SymbolicTensor lt(SymbolicTensor left, SymbolicTensor right) => left.lt(right);

    /// <summary>Where less or equal.</summary>
    public static SymbolicTensor le(SymbolicTensor left, SymbolicTensor right) => left.le(right);

    /// <summary>Where greater.</summary>
    public static SymbolicTensor gt(SymbolicTensor left, SymbolicTensor right) => left.gt(right);

    /// <summary>Where greater or equal.</summary>
    public static SymbolicTensor ge(SymbolicTensor left, SymbolicTensor right) => left.ge(right);

    /// <summary>Where both are not zero.</summary>
    public static SymbolicTensor logical_and(SymbolicTensor left, SymbolicTensor right) => left.logical_and(right);

    /// <summary>Where either is not zero.</summary>
    public static SymbolicTensor logical_or(SymbolicTensor left, SymbolicTensor right) => left.logical_or(right);

    /// <summary>Where exactly one is not zero.</summary>
    public static SymbolicTensor logical_xor(SymbolicTensor left, SymbolicTensor right) => left.logical_xor(right);

    /// <summary>And, bit by bit.</summary>
    public static SymbolicTensor bitwise_and(SymbolicTensor left, SymbolicTensor right) => left.bitwise_and(right);

    /// <summary>Or, bit by bit.</summary>
    public static SymbolicTensor bitwise_or(SymbolicTensor left, SymbolicTensor right) => left.bitwise_or(right);

    /// <summary>Exclusive or, bit by bit.</summary>
    public static SymbolicTensor bitwise_xor(SymbolicTensor left, SymbolicTensor right) => left.bitwise_xor(right);

    /// <summary>One where the condition holds, the other elsewhere.</summary>
    public static SymbolicTensor where(SymbolicTensor condition, SymbolicTensor x, SymbolicTensor y) => x.where(condition, y);

    /// <summary>One where the condition holds, a number elsewhere.</summary>
    public static SymbolicTensor where(SymbolicTensor condition, SymbolicTensor x, SymbolicScalar y) =>
        x.Record("aten::where.ScalarOther", condition, x, y);

    /// <summary>A number where the condition holds, the other elsewhere.</summary>
    public static SymbolicTensor where(SymbolicTensor condition, SymbolicScalar x, SymbolicTensor y) =>
        y.Record("aten::where.ScalarSelf", condition, x, y);
}
