namespace Espalier.Symbolic;

/// <content>Functions of one tensor, element by element, written over it.</content>
public sealed partial class SymbolicTensor
{
    /// <summary>Absolute value.</summary>
    public SymbolicTensor abs_() => Overwrite(abs());

    /// <summary>Absolute value.</summary>
    public SymbolicTensor absolute_() => Overwrite(absolute());

    /// <summary>Inverse cosine.</summary>
    public SymbolicTensor acos_() => Overwrite(acos());

    /// <summary>Inverse cosine.</summary>
    public SymbolicTensor arccos_() => Overwrite(arccos());

    /// <summary>Inverse hyperbolic cosine.</summary>
    public SymbolicTensor acosh_() => Overwrite(acosh());

    /// <summary>Inverse hyperbolic cosine.</summary>
    public SymbolicTensor arccosh_() => Overwrite(arccosh());

    /// <summary>Inverse sine.</summary>
    public SymbolicTensor asin_() => Overwrite(asin());

    /// <summary>Inverse sine.</summary>
    public SymbolicTensor arcsin_() => Overwrite(arcsin());

    /// <summary>Inverse hyperbolic sine.</summary>
    public SymbolicTensor asinh_() => Overwrite(asinh());

    /// <summary>Inverse hyperbolic sine.</summary>
    public SymbolicTensor arcsinh_() => Overwrite(arcsinh());

    /// <summary>Inverse tangent.</summary>
    public SymbolicTensor atan_() => Overwrite(atan());

    /// <summary>Inverse tangent.</summary>
    public SymbolicTensor arctan_() => Overwrite(arctan());

    /// <summary>Inverse hyperbolic tangent.</summary>
    public SymbolicTensor atanh_() => Overwrite(atanh());

    /// <summary>Inverse hyperbolic tangent.</summary>
    public SymbolicTensor arctanh_() => Overwrite(arctanh());

    /// <summary>Rounds up.</summary>
    public SymbolicTensor ceil_() => Overwrite(ceil());

    /// <summary>Rounds down.</summary>
    public SymbolicTensor floor_() => Overwrite(floor());

    /// <summary>Rounds towards zero.</summary>
    public SymbolicTensor trunc_() => Overwrite(trunc());

    /// <summary>Rounds towards zero.</summary>
    public SymbolicTensor fix_() => Overwrite(fix());

    /// <summary>The part after the point.</summary>
    public SymbolicTensor frac_() => Overwrite(frac());

    /// <summary>Cosine.</summary>
    public SymbolicTensor cos_() => Overwrite(cos());

    /// <summary>Hyperbolic cosine.</summary>
    public SymbolicTensor cosh_() => Overwrite(cosh());

    /// <summary>Sine.</summary>
    public SymbolicTensor sin_() => Overwrite(sin());

    /// <summary>sin(pi x) / (pi x).</summary>
    public SymbolicTensor sinc_() => Overwrite(sinc());

    /// <summary>Hyperbolic sine.</summary>
    public SymbolicTensor sinh_() => Overwrite(sinh());

    /// <summary>Tangent.</summary>
    public SymbolicTensor tan_() => Overwrite(tan());

    /// <summary>Hyperbolic tangent.</summary>
    public SymbolicTensor tanh_() => Overwrite(tanh());

    /// <summary>Logarithmic derivative of the gamma function.</summary>
    public SymbolicTensor digamma_() => Overwrite(digamma());

    /// <summary>Logarithm of the gamma function.</summary>
    public SymbolicTensor lgamma_() => Overwrite(lgamma());

    /// <summary>Error function.</summary>
    public SymbolicTensor erf_() => Overwrite(erf());

    /// <summary>Complementary error function.</summary>
    public SymbolicTensor erfc_() => Overwrite(erfc());

    /// <summary>Inverse error function.</summary>
    public SymbolicTensor erfinv_() => Overwrite(erfinv());

    /// <summary>Exponential.</summary>
    public SymbolicTensor exp_() => Overwrite(exp());

    /// <summary>exp(x) - 1.</summary>
    public SymbolicTensor expm1_() => Overwrite(expm1());

    /// <summary>Natural logarithm.</summary>
    public SymbolicTensor log_() => Overwrite(log());

    /// <summary>Decimal logarithm.</summary>
    public SymbolicTensor log10_() => Overwrite(log10());

    /// <summary>log(1 + x).</summary>
    public SymbolicTensor log1p_() => Overwrite(log1p());

    /// <summary>Binary logarithm.</summary>
    public SymbolicTensor log2_() => Overwrite(log2());

    /// <summary>Negation.</summary>
    public SymbolicTensor neg_() => Overwrite(neg());

    /// <summary>1 / x.</summary>
    public SymbolicTensor reciprocal_() => Overwrite(reciprocal());

    /// <summary>Square root.</summary>
    public SymbolicTensor sqrt_() => Overwrite(sqrt());

    /// <summary>1 / sqrt(x).</summary>
    public SymbolicTensor rsqrt_() => Overwrite(rsqrt());

    /// <summary>Logistic function.</summary>
    public SymbolicTensor sigmoid_() => Overwrite(sigmoid());

    /// <summary>-1, 0 or 1.</summary>
    public SymbolicTensor sign_() => Overwrite(sign());

    /// <summary>-1, 0 or 1.</summary>
    public SymbolicTensor sgn_() => Overwrite(sgn());

    /// <summary>Whether zero.</summary>
    public SymbolicTensor logical_not_() => Overwrite(logical_not());

    /// <summary>All bits turned over.</summary>
    public SymbolicTensor bitwise_not_() => Overwrite(bitwise_not());

    /// <summary>max(x, 0).</summary>
    public SymbolicTensor relu_() => Overwrite(relu());

    /// <summary>max(x, 0), at most 6.</summary>
    public SymbolicTensor relu6_() => Overwrite(relu6());

    /// <summary>x times its sigmoid.</summary>
    public SymbolicTensor silu_() => Overwrite(silu());

    /// <summary>Self-normalising exponential unit.</summary>
    public SymbolicTensor selu_() => Overwrite(selu());

    /// <summary>x relu6(x + 3) / 6.</summary>
    public SymbolicTensor hardswish_() => Overwrite(hardswish());

    /// <summary>relu6(x + 3) / 6.</summary>
    public SymbolicTensor hardsigmoid_() => Overwrite(hardsigmoid());
}
