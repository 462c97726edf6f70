using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions of each element.</summary>
    public static partial class special
    {
        /// <inheritdoc cref="Tensor.digamma()"/>
        public static Tensor digamma(Tensor input) => input.digamma();

        /// <inheritdoc cref="Tensor.digamma()"/>
        public static Tensor psi(Tensor input) => input.digamma();

        /// <inheritdoc cref="Tensor.polygamma(long)"/>
        public static Tensor polygamma(long n, Tensor input) => input.polygamma(n);

        /// <inheritdoc cref="Tensor.lgamma()"/>
        public static Tensor gammaln(Tensor input) => input.lgamma();

        /// <inheritdoc cref="Tensor.mvlgamma(long)"/>
        public static Tensor multigammaln(Tensor input, long p) => input.mvlgamma(p);

        /// <inheritdoc cref="Tensor.igamma(Tensor)"/>
        public static Tensor gammainc(Tensor input, Tensor other) => input.igamma(other);

        /// <inheritdoc cref="Tensor.igammac(Tensor)"/>
        public static Tensor gammaincc(Tensor input, Tensor other) => input.igammac(other);

        /// <inheritdoc cref="Tensor.erf()"/>
        public static Tensor erf(Tensor input) => input.erf();

        /// <inheritdoc cref="Tensor.erfc()"/>
        public static Tensor erfc(Tensor input) => input.erfc();

        /// <summary>The complementary error function times exp(x^2).</summary>
        public static Tensor erfcx(Tensor input) => Aten.Call("aten::special_erfcx", input);

        /// <inheritdoc cref="Tensor.erfinv()"/>
        public static Tensor erfinv(Tensor input) => input.erfinv();

        /// <summary>The standard normal distribution function.</summary>
        public static Tensor ndtr(Tensor input) => Aten.Call("aten::special_ndtr", input);

        /// <summary>The quantiles of the standard normal distribution.</summary>
        public static Tensor ndtri(Tensor input) => Aten.Call("aten::special_ndtri", input);

        /// <summary>The entropy -x log x; 0 at 0, minus infinity below.</summary>
        public static Tensor entr(Tensor input) => Aten.Call("aten::special_entr", input);

        /// <inheritdoc cref="Tensor.sigmoid()"/>
        public static Tensor expit(Tensor input) => input.sigmoid();

        /// <inheritdoc cref="Tensor.sigmoid()"/>
        public static Tensor sigmoid(Tensor input) => input.sigmoid();

        /// <inheritdoc cref="Tensor.sigmoid_()"/>
        public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

        /// <inheritdoc cref="Tensor.logit(double?)"/>
        public static Tensor logit(Tensor input) => input.logit();

        /// <inheritdoc cref="Tensor.exp2()"/>
        public static Tensor exp2(Tensor input) => input.exp2();

        /// <inheritdoc cref="Tensor.expm1()"/>
        public static Tensor expm1(Tensor input) => input.expm1();

        /// <inheritdoc cref="Tensor.sinc()"/>
        public static Tensor sinc(Tensor input) => input.sinc();

        /// <inheritdoc cref="Tensor.i0()"/>
        public static Tensor i0(Tensor input) => input.i0();

        /// <summary>The modified Bessel function of order 0 times exp(-|x|).</summary>
        public static Tensor i0e(Tensor input) => Aten.Call("aten::special_i0e", input);

        /// <summary>The modified Bessel function of order 1.</summary>
        public static Tensor i1(Tensor input) => Aten.Call("aten::special_i1", input);

        /// <summary>The modified Bessel function of order 1 times exp(-|x|).</summary>
        public static Tensor i1e(Tensor input) => Aten.Call("aten::special_i1e", input);

        /// <summary>Each element times log1p of the other; 0 where the element is 0.</summary>
        public static Tensor xlog1py(Tensor input, Tensor other) => Aten.Call("aten::special_xlog1py", input, other);

        /// <summary>The Hurwitz zeta function.</summary>
        public static Tensor zeta(Tensor x, Tensor q) => Aten.Call("aten::special_zeta", x, q);

        /// <inheritdoc cref="Tensor.softmax(long, ScalarType?)"/>
        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

        /// <inheritdoc cref="Tensor.log_softmax(long, ScalarType?)"/>
        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => input.log_softmax(dim, dtype);
    }
}
