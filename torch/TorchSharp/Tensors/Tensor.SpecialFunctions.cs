using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Error, gamma and Bessel functions of each element, and logarithms of sums.</content>
    public partial class Tensor
    {
        /// <summary>The error function of each element.</summary>
        public Tensor erf() => Aten.Call("aten::erf", this);

        /// <summary>The error function of each element, in place.</summary>
        public Tensor erf_() => Aten.CallInPlace("aten::erf_", this);

        /// <summary>The complementary error function of each element.</summary>
        public Tensor erfc() => Aten.Call("aten::erfc", this);

        /// <summary>The complementary error function of each element, in place.</summary>
        public Tensor erfc_() => Aten.CallInPlace("aten::erfc_", this);

        /// <summary>The inverse error function of each element.</summary>
        public Tensor erfinv() => Aten.Call("aten::erfinv", this);

        /// <summary>The inverse error function of each element, in place.</summary>
        public Tensor erfinv_() => Aten.CallInPlace("aten::erfinv_", this);

        /// <summary>The logarithm of the gamma function of each element.</summary>
        public Tensor lgamma() => Aten.Call("aten::lgamma", this);

        /// <summary>The logarithm of the gamma function of each element, in place.</summary>
        public Tensor lgamma_() => Aten.CallInPlace("aten::lgamma_", this);

        /// <summary>The derivative of the logarithm of the gamma function at each element.</summary>
        public Tensor digamma() => Aten.Call("aten::digamma", this);

        /// <summary>The derivative of the logarithm of the gamma function at each element, in place.</summary>
        public Tensor digamma_() => Aten.CallInPlace("aten::digamma_", this);

        /// <summary>The p-th derivative of the digamma function at each element.</summary>
        public Tensor polygamma(long p) => Aten.Call("aten::polygamma", p, this);

        /// <summary>The p-th derivative of the digamma function at each element, in place.</summary>
        public Tensor polygamma_(long p) => Aten.CallInPlace("aten::polygamma_", this, p);

        /// <summary>The logarithm of the multivariate gamma function of p dimensions.</summary>
        public Tensor mvlgamma(long p) => Aten.Call("aten::mvlgamma", this, p);

        /// <summary>The logarithm of the multivariate gamma function of p dimensions, in place.</summary>
        public Tensor mvlgamma_(long p) => Aten.CallInPlace("aten::mvlgamma_", this, p);

        /// <summary>The regularized lower incomplete gamma function.</summary>
        public Tensor igamma(Tensor other) => Aten.Call("aten::igamma", this, other);

        /// <summary>The regularized upper incomplete gamma function.</summary>
        public Tensor igammac(Tensor other) => Aten.Call("aten::igammac", this, other);

        /// <summary>The modified Bessel function of order 0.</summary>
        public Tensor i0() => Aten.Call("aten::i0", this);

        /// <summary>The inverse of the sigmoid; with eps the elements are first clamped to [eps, 1 - eps].</summary>
        public Tensor logit(double? eps = null) => Aten.Call("aten::logit", this, eps);

        /// <summary>The logarithm of the sum of the exponentials.</summary>
        public Tensor logaddexp(Tensor other) => Aten.Call("aten::logaddexp", this, other);

        /// <summary>The logarithm to base 2 of the sum of the powers of two.</summary>
        public Tensor logaddexp2(Tensor other) => Aten.Call("aten::logaddexp2", this, other);

        /// <summary>Each element times the logarithm of y; 0 where the element is 0.</summary>
        public Tensor xlogy(Tensor y) => Aten.Call("aten::xlogy.Tensor", this, y);

        /// <summary>Each element times the logarithm of y; 0 where the element is 0.</summary>
        public Tensor xlogy(Scalar y) => Aten.Call("aten::xlogy.Scalar_Other", this, y);

        /// <summary>Multiplies each element by the logarithm of y.</summary>
        public Tensor xlogy_(Tensor y) => Aten.CallInPlace("aten::xlogy_.Tensor", this, y);

        /// <summary>Multiplies each element by the logarithm of y.</summary>
        public Tensor xlogy_(Scalar y) => Aten.CallInPlace("aten::xlogy_.Scalar_Other", this, y);

        /// <summary>The next representable number towards the other at each place.</summary>
        public Tensor nextafter(Tensor other) => Aten.Call("aten::nextafter", this, other);
    }
}
