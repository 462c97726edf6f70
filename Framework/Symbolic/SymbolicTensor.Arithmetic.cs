using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Symbolic;

/// <content>Arithmetic, element by element; shapes broadcast.</content>
public sealed partial class SymbolicTensor
{
    /// <summary>Sum.</summary>
    public SymbolicTensor add(SymbolicTensor target) => Record("aten::add.Tensor", this, target);

    /// <summary>Sum with a multiple.</summary>
    public SymbolicTensor add(SymbolicTensor target, SymbolicScalar alpha) => Record("aten::add.Tensor", this, target, alpha);

    /// <summary>Sum.</summary>
    public SymbolicTensor add(SymbolicScalar scalar) => Record("aten::add.Scalar", this, scalar);

    /// <summary>Sum with a multiple.</summary>
    public SymbolicTensor add(SymbolicScalar scalar, SymbolicScalar alpha) => Record("aten::add.Scalar", this, scalar, alpha);

    /// <summary>Difference.</summary>
    public SymbolicTensor sub(SymbolicTensor target) => Record("aten::sub.Tensor", this, target);

    /// <summary>Difference.</summary>
    public SymbolicTensor sub(SymbolicScalar target) => Record("aten::sub.Scalar", this, target);

    /// <summary>Difference.</summary>
    public SymbolicTensor subtract(SymbolicTensor target) => sub(target);

    /// <summary>Difference.</summary>
    public SymbolicTensor subtract(SymbolicScalar target) => sub(target);

    /// <summary>Product.</summary>
    public SymbolicTensor mul(SymbolicTensor target) => Record("aten::mul.Tensor", this, target);

    /// <summary>Product.</summary>
    public SymbolicTensor mul(SymbolicScalar target) => Record("aten::mul.Scalar", this, target);

    /// <summary>Product.</summary>
    public SymbolicTensor multiply(SymbolicTensor target) => mul(target);

    /// <summary>Product.</summary>
    public SymbolicTensor multiply(SymbolicScalar target) => mul(target);

    /// <summary>Quotient, rounded if asked.</summary>
    public SymbolicTensor div(SymbolicTensor target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
        ? Record("aten::div.Tensor", this, target)
        : Record("aten::div.Tensor_mode", this, target, Word(rounding_mode));

    /// <summary>Quotient, rounded if asked.</summary>
    public SymbolicTensor div(SymbolicScalar target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
        ? Record("aten::div.Scalar", this, target)
        : Record("aten::div.Scalar_mode", this, target, Word(rounding_mode));

    /// <summary>Quotient, rounded if asked.</summary>
    public SymbolicTensor divide(SymbolicTensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

    /// <summary>Quotient, rounded if asked.</summary>
    public SymbolicTensor divide(SymbolicScalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

    /// <summary>Quotient.</summary>
    public SymbolicTensor true_divide(SymbolicTensor other) => div(other);

    /// <summary>Quotient.</summary>
    public SymbolicTensor true_divide(SymbolicScalar other) => div(other);

    /// <summary>Quotient, rounded down.</summary>
    public SymbolicTensor floor_divide(SymbolicTensor other) => Record("aten::floor_divide", this, other);

    /// <summary>Quotient, rounded down.</summary>
    public SymbolicTensor floor_divide(SymbolicScalar other) => Record("aten::floor_divide.Scalar", this, other);

    /// <summary>Remainder, with the divisor's sign.</summary>
    public SymbolicTensor remainder(SymbolicTensor target) => Record("aten::remainder.Tensor", this, target);

    /// <summary>Remainder, with the divisor's sign.</summary>
    public SymbolicTensor remainder(SymbolicScalar scalar) => Record("aten::remainder.Scalar", this, scalar);

    /// <summary>Remainder, with the dividend's sign.</summary>
    public SymbolicTensor fmod(SymbolicTensor target) => Record("aten::fmod.Tensor", this, target);

    /// <summary>Remainder, with the dividend's sign.</summary>
    public SymbolicTensor fmod(SymbolicScalar scalar) => Record("aten::fmod.Scalar", this, scalar);

    /// <summary>Power.</summary>
    public SymbolicTensor pow(SymbolicTensor exponent) => Record("aten::pow.Tensor_Tensor", this, exponent);

    /// <summary>Power.</summary>
    public SymbolicTensor pow(SymbolicScalar exponent) => Record("aten::pow.Tensor_Scalar", this, exponent);

    /// <summary>The greater ones.</summary>
    public SymbolicTensor maximum(SymbolicTensor other) => Record("aten::maximum", this, other);

    /// <summary>The lesser ones.</summary>
    public SymbolicTensor minimum(SymbolicTensor other) => Record("aten::minimum", this, other);

    /// <summary>The greater ones, where both are numbers.</summary>
    public SymbolicTensor fmax(SymbolicTensor other) => Record("aten::fmax", this, other);

    /// <summary>The lesser ones, where both are numbers.</summary>
    public SymbolicTensor fmin(SymbolicTensor other) => Record("aten::fmin", this, other);

    /// <summary>Angle of the points (other, this).</summary>
    public SymbolicTensor atan2(SymbolicTensor other) => Record("aten::atan2", this, other);

    /// <summary>Angle of the points (other, this).</summary>
    public SymbolicTensor arctan2(SymbolicTensor other) => atan2(other);

    /// <summary>Length of the points (this, other).</summary>
    public SymbolicTensor hypot(SymbolicTensor other) => Record("aten::hypot", this, other);

    /// <summary>The numbers of one with the signs of the other.</summary>
    public SymbolicTensor copysign(SymbolicTensor other) => Record("aten::copysign.Tensor", this, other);

    /// <summary>x log y; 0 where x is.</summary>
    public SymbolicTensor xlogy(SymbolicTensor y) => Record("aten::xlogy.Tensor", this, y);

    /// <summary>log(e^x + e^y).</summary>
    public SymbolicTensor logaddexp(SymbolicTensor other) => Record("aten::logaddexp", this, other);

    /// <summary>Brings numbers into a range.</summary>
    public SymbolicTensor clamp(SymbolicScalar? min = null, SymbolicScalar? max = null) =>
        Record("aten::clamp", this, Dims.Optional(min), Dims.Optional(max));

    /// <summary>Brings numbers into ranges.</summary>
    public SymbolicTensor clamp(SymbolicTensor? min, SymbolicTensor? max = null) => Record("aten::clamp.Tensor", this, min, max);

    /// <summary>Brings numbers into a range.</summary>
    public SymbolicTensor clip(SymbolicScalar? min = null, SymbolicScalar? max = null) => clamp(min, max);

    /// <summary>Numbers of at least this.</summary>
    public SymbolicTensor clamp_min(SymbolicScalar min) => Record("aten::clamp_min", this, min);

    /// <summary>Numbers of at most this.</summary>
    public SymbolicTensor clamp_max(SymbolicScalar max) => Record("aten::clamp_max", this, max);

    /// <summary>The point at this weight between two.</summary>
    public SymbolicTensor lerp(SymbolicTensor end, SymbolicTensor weight) => Record("aten::lerp.Tensor", this, end, weight);

    /// <summary>Sum with a multiple of a product.</summary>
    public SymbolicTensor addcmul(SymbolicTensor tensor1, SymbolicTensor tensor2, SymbolicScalar value) =>
        Record("aten::addcmul", this, tensor1, tensor2, value);

    /// <summary>Sum with a quotient.</summary>
    public SymbolicTensor addcdiv(SymbolicTensor tensor1, SymbolicTensor tensor2) => addcdiv(tensor1, tensor2, 1);

    /// <summary>Sum with a multiple of a quotient.</summary>
    public SymbolicTensor addcdiv(SymbolicTensor tensor1, SymbolicTensor tensor2, SymbolicScalar value) =>
        Record("aten::addcdiv", this, tensor1, tensor2, value);

    /// <summary>Rounds to the nearest, halves to even.</summary>
    public SymbolicTensor round(Dim decimals = default) =>
        decimals == 0 ? Record("aten::round", this) : Record("aten::round.decimals", this, decimals);

    /// <summary>Replaces what is not a number, or not finite.</summary>
    public SymbolicTensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) =>
        Record("aten::nan_to_num", this, nan, posinf, neginf);

    /// <summary>log(x / (1 - x)).</summary>
    public SymbolicTensor logit(double? eps = null) => Record("aten::logit", this, eps);

    private static Argument Word(RoundingMode mode) => mode == RoundingMode.floor ? "floor" : "trunc";
}
