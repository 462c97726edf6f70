using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Powers, roots, exponentials, logarithms, rounding and signs of each element.</content>
    public partial class Tensor
    {
        /// <summary>The absolute value of each element.</summary>
        public Tensor abs() => Aten.Call("aten::abs", this);

        /// <summary>The absolute value of each element, in place.</summary>
        public Tensor abs_() => Aten.CallInPlace("aten::abs_", this);

        /// <summary>The absolute value of each element.</summary>
        public Tensor absolute() => abs();

        /// <summary>The absolute value of each element, in place.</summary>
        public Tensor absolute_() => abs_();

        /// <summary>Each element with the opposite sign.</summary>
        public Tensor neg() => Aten.Call("aten::neg", this);

        /// <summary>Each element with the opposite sign, in place.</summary>
        public Tensor neg_() => Aten.CallInPlace("aten::neg_", this);

        /// <summary>Each element with the opposite sign.</summary>
        public Tensor negative() => neg();

        /// <summary>The tensor itself; booleans are refused.</summary>
        public Tensor positive() => Aten.Call("aten::positive", this);

        /// <summary>-1, 0 or 1 by the sign of each element.</summary>
        public Tensor sign() => Aten.Call("aten::sign", this);

        /// <summary>-1, 0 or 1 by the sign of each element, in place.</summary>
        public Tensor sign_() => Aten.CallInPlace("aten::sign_", this);

        /// <summary>The sign of each element, also of complex ones.</summary>
        public Tensor sgn() => Aten.Call("aten::sgn", this);

        /// <summary>The sign of each element, also of complex ones, in place.</summary>
        public Tensor sgn_() => Aten.CallInPlace("aten::sgn_", this);

        /// <summary>Whether each element's sign bit is set: negative numbers and -0.</summary>
        public Tensor signbit() => Aten.Call("aten::signbit", this);

        /// <summary>The square root of each element.</summary>
        public Tensor sqrt() => Aten.Call("aten::sqrt", this);

        /// <summary>The square root of each element, in place.</summary>
        public Tensor sqrt_() => Aten.CallInPlace("aten::sqrt_", this);

        /// <summary>The reciprocal of the square root of each element.</summary>
        public Tensor rsqrt() => Aten.Call("aten::rsqrt", this);

        /// <summary>The reciprocal of the square root of each element, in place.</summary>
        public Tensor rsqrt_() => Aten.CallInPlace("aten::rsqrt_", this);

        /// <summary>The square of each element.</summary>
        public Tensor square() => Aten.Call("aten::square", this);

        /// <summary>One divided by each element.</summary>
        public Tensor reciprocal() => Aten.Call("aten::reciprocal", this);

        /// <summary>One divided by each element, in place.</summary>
        public Tensor reciprocal_() => Aten.CallInPlace("aten::reciprocal_", this);

        /// <summary>e to the power of each element.</summary>
        public Tensor exp() => Aten.Call("aten::exp", this);

        /// <summary>e to the power of each element, in place.</summary>
        public Tensor exp_() => Aten.CallInPlace("aten::exp_", this);

        /// <summary>2 to the power of each element.</summary>
        public Tensor exp2() => Aten.Call("aten::exp2", this);

        /// <summary>e to the power of each element, minus one, exact for small elements.</summary>
        public Tensor expm1() => Aten.Call("aten::expm1", this);

        /// <summary>e to the power of each element, minus one, exact for small elements, in place.</summary>
        public Tensor expm1_() => Aten.CallInPlace("aten::expm1_", this);

        /// <summary>The natural logarithm of each element.</summary>
        public Tensor log() => Aten.Call("aten::log", this);

        /// <summary>The natural logarithm of each element, in place.</summary>
        public Tensor log_() => Aten.CallInPlace("aten::log_", this);

        /// <summary>The logarithm to base 2 of each element.</summary>
        public Tensor log2() => Aten.Call("aten::log2", this);

        /// <summary>The logarithm to base 2 of each element, in place.</summary>
        public Tensor log2_() => Aten.CallInPlace("aten::log2_", this);

        /// <summary>The logarithm to base 10 of each element.</summary>
        public Tensor log10() => Aten.Call("aten::log10", this);

        /// <summary>The logarithm to base 10 of each element, in place.</summary>
        public Tensor log10_() => Aten.CallInPlace("aten::log10_", this);

        /// <summary>The natural logarithm of one plus each element, exact for small elements.</summary>
        public Tensor log1p() => Aten.Call("aten::log1p", this);

        /// <summary>The natural logarithm of one plus each element, exact for small elements, in place.</summary>
        public Tensor log1p_() => Aten.CallInPlace("aten::log1p_", this);

        /// <summary>The smallest integers not below the elements.</summary>
        public Tensor ceil() => Aten.Call("aten::ceil", this);

        /// <summary>The smallest integers not below the elements, in place.</summary>
        public Tensor ceil_() => Aten.CallInPlace("aten::ceil_", this);

        /// <summary>The largest integers not above the elements.</summary>
        public Tensor floor() => Aten.Call("aten::floor", this);

        /// <summary>The largest integers not above the elements, in place.</summary>
        public Tensor floor_() => Aten.CallInPlace("aten::floor_", this);

        /// <summary>The elements without their fractional parts.</summary>
        public Tensor trunc() => Aten.Call("aten::trunc", this);

        /// <summary>The elements without their fractional parts, in place.</summary>
        public Tensor trunc_() => Aten.CallInPlace("aten::trunc_", this);

        /// <summary>The elements without their fractional parts.</summary>
        public Tensor fix() => trunc();

        /// <summary>The elements without their fractional parts, in place.</summary>
        public Tensor fix_() => trunc_();

        /// <summary>The fractional part of each element.</summary>
        public Tensor frac() => Aten.Call("aten::frac", this);

        /// <summary>The fractional part of each element, in place.</summary>
        public Tensor frac_() => Aten.CallInPlace("aten::frac_", this);

        /// <summary>Each element rounded to that many decimals, halves to even.</summary>
        public Tensor round(long decimals = 0) =>
            decimals == 0 ? Aten.Call("aten::round", this) : Aten.Call("aten::round.decimals", this, decimals);

        /// <summary>Rounds each element to that many decimals, halves to even.</summary>
        public Tensor round_(long decimals = 0) =>
            decimals == 0 ? Aten.CallInPlace("aten::round_", this) : Aten.CallInPlace("aten::round_.decimals", this, decimals);

        /// <summary>Replaces NaN and infinities; infinities become the largest numbers where no values are given.</summary>
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) =>
            Aten.Call("aten::nan_to_num", this, nan, posinf, neginf);

        /// <summary>Each element to the power of the exponent.</summary>
        public Tensor pow(Scalar exponent) => Aten.Call("aten::pow.Tensor_Scalar", this, exponent);

        /// <summary>Each element to the power of the exponent at its place.</summary>
        public Tensor pow(Tensor exponent) => Aten.Call("aten::pow.Tensor_Tensor", this, exponent);

        /// <summary>Raises each element to the power of the exponent.</summary>
        public Tensor pow_(Scalar exponent) => Aten.CallInPlace("aten::pow_.Scalar", this, exponent);

        /// <summary>Raises each element to the power of the exponent at its place.</summary>
        public Tensor pow_(Tensor exponent) => Aten.CallInPlace("aten::pow_.Tensor", this, exponent);

        /// <summary>Powers computed in double precision.</summary>
        public Tensor float_power(Tensor target) => Aten.Call("aten::float_power.Tensor_Tensor", this, target);

        /// <summary>Mantissa and binary exponent of each element.</summary>
        public (Tensor Mantissa, Tensor Exponent) frexp() => Aten.Call2("aten::frexp.Tensor", this);

        /// <summary>Each element times two to the power of the other.</summary>
        public Tensor ldexp(Tensor other) => Aten.Call("aten::ldexp.Tensor", this, other);

        /// <summary>Multiplies each element by two to the power of the other.</summary>
        public Tensor ldexp_(Tensor other) => Aten.CallInPlace("aten::ldexp_", this, other);
    }
}
