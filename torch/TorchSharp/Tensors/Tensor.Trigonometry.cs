using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Trigonometric and hyperbolic functions of each element.</content>
    public partial class Tensor
    {
        /// <summary>The sine of each element.</summary>
        public Tensor sin() => Aten.Call("aten::sin", this);

        /// <summary>The sine of each element, in place.</summary>
        public Tensor sin_() => Aten.CallInPlace("aten::sin_", this);

        /// <summary>The cosine of each element.</summary>
        public Tensor cos() => Aten.Call("aten::cos", this);

        /// <summary>The cosine of each element, in place.</summary>
        public Tensor cos_() => Aten.CallInPlace("aten::cos_", this);

        /// <summary>The tangent of each element.</summary>
        public Tensor tan() => Aten.Call("aten::tan", this);

        /// <summary>The tangent of each element, in place.</summary>
        public Tensor tan_() => Aten.CallInPlace("aten::tan_", this);

        /// <summary>The inverse sine of each element.</summary>
        public Tensor asin() => Aten.Call("aten::asin", this);

        /// <summary>The inverse sine of each element, in place.</summary>
        public Tensor asin_() => Aten.CallInPlace("aten::asin_", this);

        /// <summary>The inverse cosine of each element.</summary>
        public Tensor acos() => Aten.Call("aten::acos", this);

        /// <summary>The inverse cosine of each element, in place.</summary>
        public Tensor acos_() => Aten.CallInPlace("aten::acos_", this);

        /// <summary>The inverse tangent of each element.</summary>
        public Tensor atan() => Aten.Call("aten::atan", this);

        /// <summary>The inverse tangent of each element, in place.</summary>
        public Tensor atan_() => Aten.CallInPlace("aten::atan_", this);

        /// <summary>The hyperbolic sine of each element.</summary>
        public Tensor sinh() => Aten.Call("aten::sinh", this);

        /// <summary>The hyperbolic sine of each element, in place.</summary>
        public Tensor sinh_() => Aten.CallInPlace("aten::sinh_", this);

        /// <summary>The hyperbolic cosine of each element.</summary>
        public Tensor cosh() => Aten.Call("aten::cosh", this);

        /// <summary>The hyperbolic cosine of each element, in place.</summary>
        public Tensor cosh_() => Aten.CallInPlace("aten::cosh_", this);

        /// <summary>The hyperbolic tangent of each element.</summary>
        public Tensor tanh() => Aten.Call("aten::tanh", this);

        /// <summary>The hyperbolic tangent of each element, in place.</summary>
        public Tensor tanh_() => Aten.CallInPlace("aten::tanh_", this);

        /// <summary>The inverse hyperbolic sine of each element.</summary>
        public Tensor asinh() => Aten.Call("aten::asinh", this);

        /// <summary>The inverse hyperbolic sine of each element, in place.</summary>
        public Tensor asinh_() => Aten.CallInPlace("aten::asinh_", this);

        /// <summary>The inverse hyperbolic cosine of each element.</summary>
        public Tensor acosh() => Aten.Call("aten::acosh", this);

        /// <summary>The inverse hyperbolic cosine of each element, in place.</summary>
        public Tensor acosh_() => Aten.CallInPlace("aten::acosh_", this);

        /// <summary>The inverse hyperbolic tangent of each element.</summary>
        public Tensor atanh() => Aten.Call("aten::atanh", this);

        /// <summary>The inverse hyperbolic tangent of each element, in place.</summary>
        public Tensor atanh_() => Aten.CallInPlace("aten::atanh_", this);

        /// <summary>The inverse sine of each element.</summary>
        public Tensor arcsin() => asin();

        /// <summary>The inverse sine of each element, in place.</summary>
        public Tensor arcsin_() => asin_();

        /// <summary>The inverse cosine of each element.</summary>
        public Tensor arccos() => acos();

        /// <summary>The inverse cosine of each element, in place.</summary>
        public Tensor arccos_() => acos_();

        /// <summary>The inverse tangent of each element.</summary>
        public Tensor arctan() => atan();

        /// <summary>The inverse tangent of each element, in place.</summary>
        public Tensor arctan_() => atan_();

        /// <summary>The inverse hyperbolic sine of each element.</summary>
        public Tensor arcsinh() => asinh();

        /// <summary>The inverse hyperbolic sine of each element, in place.</summary>
        public Tensor arcsinh_() => asinh_();

        /// <summary>The inverse hyperbolic cosine of each element.</summary>
        public Tensor arccosh() => acosh();

        /// <summary>The inverse hyperbolic cosine of each element, in place.</summary>
        public Tensor arccosh_() => acosh_();

        /// <summary>The inverse hyperbolic tangent of each element.</summary>
        public Tensor arctanh() => atanh();

        /// <summary>The inverse hyperbolic tangent of each element, in place.</summary>
        public Tensor arctanh_() => atanh_();

        /// <summary>The angle of the point (other, this) at each place.</summary>
        public Tensor atan2(Tensor other) => Aten.Call("aten::atan2", this, other);

        /// <summary>The angle of the point (other, this) at each place, in place.</summary>
        public Tensor atan2_(Tensor other) => Aten.CallInPlace("aten::atan2_", this, other);

        /// <summary>The angle of the point (other, this) at each place.</summary>
        public Tensor arctan2(Tensor other) => atan2(other);

        /// <summary>The angle of the point (other, this) at each place, in place.</summary>
        public Tensor arctan2_(Tensor other) => atan2_(other);

        /// <summary>The angle of the point (other, this) at each place.</summary>
        public Tensor arctan(Tensor other) => atan2(other);

        /// <summary>The angle of the point (other, this) at each place, in place.</summary>
        public Tensor arctan_(Tensor other) => atan2_(other);

        /// <summary>The hypotenuse of the right triangle with these legs at each place.</summary>
        public Tensor hypot(Tensor other) => Aten.Call("aten::hypot", this, other);

        /// <summary>Degrees to radians.</summary>
        public Tensor deg2rad() => Aten.Call("aten::deg2rad", this);

        /// <summary>Radians to degrees.</summary>
        public Tensor rad2deg() => Aten.Call("aten::rad2deg", this);

        /// <summary>The angle of each element: 0, or pi for negative ones.</summary>
        public Tensor angle() => Aten.Call("aten::angle", this);

        /// <summary>sin(pi x) / (pi x) of each element.</summary>
        public Tensor sinc() => Aten.Call("aten::sinc", this);

        /// <summary>sin(pi x) / (pi x) of each element, in place.</summary>
        public Tensor sinc_() => Aten.CallInPlace("aten::sinc_", this);
    }
}
