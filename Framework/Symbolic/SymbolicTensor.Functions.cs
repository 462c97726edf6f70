namespace Espalier.Symbolic;

/// <content>Functions of one tensor, element by element.</content>
public sealed partial class SymbolicTensor
{
    /// <summary>Absolute value.</summary>
    public SymbolicTensor abs() => Record("aten::abs", this);

    /// <summary>Absolute value.</summary>
    public SymbolicTensor absolute() => Record("aten::abs", this);

    /// <summary>Inverse cosine.</summary>
    public SymbolicTensor acos() => Record("aten::acos", this);

    /// <summary>Inverse cosine.</summary>
    public SymbolicTensor arccos() => Record("aten::acos", this);

    /// <summary>Inverse hyperbolic cosine.</summary>
    public SymbolicTensor acosh() => Record("aten::acosh", this);

    /// <summary>Inverse hyperbolic cosine.</summary>
    public SymbolicTensor arccosh() => Record("aten::acosh", this);

    /// <summary>Inverse sine.</summary>
    public SymbolicTensor asin() => Record("aten::asin", this);

    /// <summary>Inverse sine.</summary>
    public SymbolicTensor arcsin() => Record("aten::asin", this);

    /// <summary>Inverse hyperbolic sine.</summary>
    public SymbolicTensor asinh() => Record("aten::asinh", this);

    /// <summary>Inverse hyperbolic sine.</summary>
    public SymbolicTensor arcsinh() => Record("aten::asinh", this);

    /// <summary>Inverse tangent.</summary>
    public SymbolicTensor atan() => Record("aten::atan", this);

    /// <summary>Inverse tangent.</summary>
    public SymbolicTensor arctan() => Record("aten::atan", this);

    /// <summary>Inverse hyperbolic tangent.</summary>
    public SymbolicTensor atanh() => Record("aten::atanh", this);

    /// <summary>Inverse hyperbolic tangent.</summary>
    public SymbolicTensor arctanh() => Record("aten::atanh", this);

    /// <summary>Rounds up.</summary>
    public SymbolicTensor ceil() => Record("aten::ceil", this);

    /// <summary>Rounds down.</summary>
    public SymbolicTensor floor() => Record("aten::floor", this);

    /// <summary>Rounds towards zero.</summary>
    public SymbolicTensor trunc() => Record("aten::trunc", this);

    /// <summary>Rounds towards zero.</summary>
    public SymbolicTensor fix() => Record("aten::trunc", this);

    /// <summary>The part after the point.</summary>
    public SymbolicTensor frac() => Record("aten::frac", this);

    /// <summary>Cosine.</summary>
    public SymbolicTensor cos() => Record("aten::cos", this);

    /// <summary>Hyperbolic cosine.</summary>
    public SymbolicTensor cosh() => Record("aten::cosh", this);

    /// <summary>Sine.</summary>
    public SymbolicTensor sin() => Record("aten::sin", this);

    /// <summary>sin(pi x) / (pi x).</summary>
    public SymbolicTensor sinc() => Record("aten::sinc", this);

    /// <summary>Hyperbolic sine.</summary>
    public SymbolicTensor sinh() => Record("aten::sinh", this);

    /// <summary>Tangent.</summary>
    public SymbolicTensor tan() => Record("aten::tan", this);

    /// <summary>Hyperbolic tangent.</summary>
    public SymbolicTensor tanh() => Record("aten::tanh", this);

    /// <summary>Degrees as radians.</summary>
    public SymbolicTensor deg2rad() => Record("aten::deg2rad", this);

    /// <summary>Radians as degrees.</summary>
    public SymbolicTensor rad2deg() => Record("aten::rad2deg", this);

    /// <summary>Logarithmic derivative of the gamma function.</summary>
    public SymbolicTensor digamma() => Record("aten::digamma", this);

    /// <summary>Logarithm of the gamma function.</summary>
    public SymbolicTensor lgamma() => Record("aten::lgamma", this);

    /// <summary>Error function.</summary>
    public SymbolicTensor erf() => Record("aten::erf", this);

    /// <summary>Complementary error function.</summary>
    public SymbolicTensor erfc() => Record("aten::erfc", this);

    /// <summary>Inverse error function.</summary>
    public SymbolicTensor erfinv() => Record("aten::erfinv", this);

    /// <summary>Exponential.</summary>
    public SymbolicTensor exp() => Record("aten::exp", this);

    /// <summary>Power of two.</summary>
    public SymbolicTensor exp2() => Record("aten::exp2", this);

    /// <summary>exp(x) - 1.</summary>
    public SymbolicTensor expm1() => Record("aten::expm1", this);

    /// <summary>Natural logarithm.</summary>
    public SymbolicTensor log() => Record("aten::log", this);

    /// <summary>Decimal logarithm.</summary>
    public SymbolicTensor log10() => Record("aten::log10", this);

    /// <summary>log(1 + x).</summary>
    public SymbolicTensor log1p() => Record("aten::log1p", this);

    /// <summary>Binary logarithm.</summary>
    public SymbolicTensor log2() => Record("aten::log2", this);

    /// <summary>Negation.</summary>
    public SymbolicTensor neg() => Record("aten::neg", this);

    /// <summary>Negation.</summary>
    public SymbolicTensor negative() => Record("aten::neg", this);

    /// <summary>The tensor itself.</summary>
    public SymbolicTensor positive() => Record("aten::positive", this);

    /// <summary>1 / x.</summary>
    public SymbolicTensor reciprocal() => Record("aten::reciprocal", this);

    /// <summary>Square root.</summary>
    public SymbolicTensor sqrt() => Record("aten::sqrt", this);

    /// <summary>1 / sqrt(x).</summary>
    public SymbolicTensor rsqrt() => Record("aten::rsqrt", this);

    /// <summary>Square.</summary>
    public SymbolicTensor square() => Record("aten::square", this);

    /// <summary>Logistic function.</summary>
    public SymbolicTensor sigmoid() => Record("aten::sigmoid", this);

    /// <summary>-1, 0 or 1.</summary>
    public SymbolicTensor sign() => Record("aten::sign", this);

    /// <summary>-1, 0 or 1.</summary>
    public SymbolicTensor sgn() => Record("aten::sgn", this);

    /// <summary>Whether finite.</summary>
    public SymbolicTensor isfinite() => Record("aten::isfinite", this);

    /// <summary>Whether infinite.</summary>
    public SymbolicTensor isinf() => Record("aten::isinf", this);

    /// <summary>Whether not a number.</summary>
    public SymbolicTensor isnan() => Record("aten::isnan", this);

    /// <summary>Whether minus infinity.</summary>
    public SymbolicTensor isneginf() => Record("aten::isneginf", this);

    /// <summary>Whether plus infinity.</summary>
    public SymbolicTensor isposinf() => Record("aten::isposinf", this);

    /// <summary>Whether negative.</summary>
    public SymbolicTensor signbit() => Record("aten::signbit", this);

    /// <summary>Whether zero.</summary>
    public SymbolicTensor logical_not() => Record("aten::logical_not", this);

    /// <summary>All bits turned over.</summary>
    public SymbolicTensor bitwise_not() => Record("aten::bitwise_not", this);

    /// <summary>max(x, 0).</summary>
    public SymbolicTensor relu() => Record("aten::relu", this);

    /// <summary>max(x, 0), at most 6.</summary>
    public SymbolicTensor relu6() => Record("aten::relu6", this);

    /// <summary>x times its sigmoid.</summary>
    public SymbolicTensor silu() => Record("aten::silu", this);

    /// <summary>x tanh(softplus(x)).</summary>
    public SymbolicTensor mish() => Record("aten::mish", this);

    /// <summary>Self-normalising exponential unit.</summary>
    public SymbolicTensor selu() => Record("aten::selu", this);

    /// <summary>x relu6(x + 3) / 6.</summary>
    public SymbolicTensor hardswish() => Record("aten::hardswish", this);

    /// <summary>relu6(x + 3) / 6.</summary>
    public SymbolicTensor hardsigmoid() => Record("aten::hardsigmoid", this);

    /// <summary>Logarithm of the logistic function.</summary>
    public SymbolicTensor log_sigmoid() => Record("aten::log_sigmoid", this);
}
