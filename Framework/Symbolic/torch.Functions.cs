namespace Espalier.Symbolic;

/// <content>Functions of one tensor, element by element.</content>
public static partial class torch
{
    /// <summary>Absolute value.</summary>
    public static SymbolicTensor abs(SymbolicTensor input) => input.abs();

    /// <summary>Absolute value.</summary>
    public static SymbolicTensor absolute(SymbolicTensor input) => input.absolute();

    /// <summary>Inverse cosine.</summary>
    public static SymbolicTensor acos(SymbolicTensor input) => input.acos();

    /// <summary>Inverse cosine.</summary>
    public static SymbolicTensor arccos(SymbolicTensor input) => input.arccos();

    /// <summary>Inverse hyperbolic cosine.</summary>
    public static SymbolicTensor acosh(SymbolicTensor input) => input.acosh();

    /// <summary>Inverse hyperbolic cosine.</summary>
    public static SymbolicTensor arccosh(SymbolicTensor input) => input.arccosh();

    /// <summary>Inverse sine.</summary>
    public static SymbolicTensor asin(SymbolicTensor input) => input.asin();

    /// <summary>Inverse sine.</summary>
    public static SymbolicTensor arcsin(SymbolicTensor input) => input.arcsin();

    /// <summary>Inverse hyperbolic sine.</summary>
    public static SymbolicTensor asinh(SymbolicTensor input) => input.asinh();

    /// <summary>Inverse hyperbolic sine.</summary>
    public static SymbolicTensor arcsinh(SymbolicTensor input) => input.arcsinh();

    /// <summary>Inverse tangent.</summary>
    public static SymbolicTensor atan(SymbolicTensor input) => input.atan();

    /// <summary>Inverse tangent.</summary>
    public static SymbolicTensor arctan(SymbolicTensor input) => input.arctan();

    /// <summary>Inverse hyperbolic tangent.</summary>
    public static SymbolicTensor atanh(SymbolicTensor input) => input.atanh();

    /// <summary>Inverse hyperbolic tangent.</summary>
    public static SymbolicTensor arctanh(SymbolicTensor input) => input.arctanh();

    /// <summary>Rounds up.</summary>
    public static SymbolicTensor ceil(SymbolicTensor input) => input.ceil();

    /// <summary>Rounds down.</summary>
    public static SymbolicTensor floor(SymbolicTensor input) => input.floor();

    /// <summary>Rounds towards zero.</summary>
    public static SymbolicTensor trunc(SymbolicTensor input) => input.trunc();

    /// <summary>Rounds towards zero.</summary>
    public static SymbolicTensor fix(SymbolicTensor input) => input.fix();

    /// <summary>The part after the point.</summary>
    public static SymbolicTensor frac(SymbolicTensor input) => input.frac();

    /// <summary>Cosine.</summary>
    public static SymbolicTensor cos(SymbolicTensor input) => input.cos();

    /// <summary>Hyperbolic cosine.</summary>
    public static SymbolicTensor cosh(SymbolicTensor input) => input.cosh();

    /// <summary>Sine.</summary>
    public static SymbolicTensor sin(SymbolicTensor input) => input.sin();

    /// <summary>sin(pi x) / (pi x).</summary>
    public static SymbolicTensor sinc(SymbolicTensor input) => input.sinc();

    /// <summary>Hyperbolic sine.</summary>
    public static SymbolicTensor sinh(SymbolicTensor input) => input.sinh();

    /// <summary>Tangent.</summary>
    public static SymbolicTensor tan(SymbolicTensor input) => input.tan();

    /// <summary>Hyperbolic tangent.</summary>
    public static SymbolicTensor tanh(SymbolicTensor input) => input.tanh();

    /// <summary>Degrees as radians.</summary>
    public static SymbolicTensor deg2rad(SymbolicTensor input) => input.deg2rad();

    /// <summary>Radians as degrees.</summary>
    public static SymbolicTensor rad2deg(SymbolicTensor input) => input.rad2deg();

    /// <summary>Logarithmic derivative of the gamma function.</summary>
    public static SymbolicTensor digamma(SymbolicTensor input) => input.digamma();

    /// <summary>Logarithm of the gamma function.</summary>
    public static SymbolicTensor lgamma(SymbolicTensor input) => input.lgamma();

    /// <summary>Error function.</summary>
    public static SymbolicTensor erf(SymbolicTensor input) => input.erf();

    /// <summary>Complementary error function.</summary>
    public static SymbolicTensor erfc(SymbolicTensor input) => input.erfc();

    /// <summary>Inverse error function.</summary>
    public static SymbolicTensor erfinv(SymbolicTensor input) => input.erfinv();

    /// <summary>Exponential.</summary>
    public static SymbolicTensor exp(SymbolicTensor input) => input.exp();

    /// <summary>Power of two.</summary>
    public static SymbolicTensor exp2(SymbolicTensor input) => input.exp2();

    /// <summary>exp(x) - 1.</summary>
    public static SymbolicTensor expm1(SymbolicTensor input) => input.expm1();

    /// <summary>Natural logarithm.</summary>
    public static SymbolicTensor log(SymbolicTensor input) => input.log();

    /// <summary>Decimal logarithm.</summary>
    public static SymbolicTensor log10(SymbolicTensor input) => input.log10();

    /// <summary>log(1 + x).</summary>
    public static SymbolicTensor log1p(SymbolicTensor input) => input.log1p();

    /// <summary>Binary logarithm.</summary>
    public static SymbolicTensor log2(SymbolicTensor input) => input.log2();

    /// <summary>Negation.</summary>
    public static SymbolicTensor neg(SymbolicTensor input) => input.neg();

    /// <summary>Negation.</summary>
    public static SymbolicTensor negative(SymbolicTensor input) => input.negative();

    /// <summary>The tensor itself.</summary>
    public static SymbolicTensor positive(SymbolicTensor input) => input.positive();

    /// <summary>1 / x.</summary>
    public static SymbolicTensor reciprocal(SymbolicTensor input) => input.reciprocal();

    /// <summary>Square root.</summary>
    public static SymbolicTensor sqrt(SymbolicTensor input) => input.sqrt();

    /// <summary>1 / sqrt(x).</summary>
    public static SymbolicTensor rsqrt(SymbolicTensor input) => input.rsqrt();

    /// <summary>Square.</summary>
    public static SymbolicTensor square(SymbolicTensor input) => input.square();

    /// <summary>Logistic function.</summary>
    public static SymbolicTensor sigmoid(SymbolicTensor input) => input.sigmoid();

    /// <summary>-1, 0 or 1.</summary>
    public static SymbolicTensor sign(SymbolicTensor input) => input.sign();

    /// <summary>-1, 0 or 1.</summary>
    public static SymbolicTensor sgn(SymbolicTensor input) => input.sgn();

    /// <summary>Whether finite.</summary>
    public static SymbolicTensor isfinite(SymbolicTensor input) => input.isfinite();

    /// <summary>Whether infinite.</summary>
    public static SymbolicTensor isinf(SymbolicTensor input) => input.isinf();

    /// <summary>Whether not a number.</summary>
    public static SymbolicTensor isnan(SymbolicTensor input) => input.isnan();

    /// <summary>Whether minus infinity.</summary>
    public static SymbolicTensor isneginf(SymbolicTensor input) => input.isneginf();

    /// <summary>Whether plus infinity.</summary>
    public static SymbolicTensor isposinf(SymbolicTensor input) => input.isposinf();

    /// <summary>Whether negative.</summary>
    public static SymbolicTensor signbit(SymbolicTensor input) => input.signbit();

    /// <summary>Whether zero.</summary>
    public static SymbolicTensor logical_not(SymbolicTensor input) => input.logical_not();

    /// <summary>All bits turned over.</summary>
    public static SymbolicTensor bitwise_not(SymbolicTensor input) => input.bitwise_not();
}
