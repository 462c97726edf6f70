namespace Espalier.Symbolic;

/// <content>C#'s operators; all of them work element by element.</content>
public sealed partial class SymbolicTensor
{
    /// <summary>Sum.</summary>
    public static SymbolicTensor operator +(SymbolicTensor left, SymbolicTensor right) => left.add(right);

    /// <summary>Sum.</summary>
    public static SymbolicTensor operator +(SymbolicTensor left, SymbolicScalar right) => left.add(right);

    /// <summary>Sum.</summary>
    public static SymbolicTensor operator +(SymbolicScalar left, SymbolicTensor right) => right.add(left);

    /// <summary>Difference.</summary>
    public static SymbolicTensor operator -(SymbolicTensor left, SymbolicTensor right) => left.sub(right);

    /// <summary>Difference.</summary>
    public static SymbolicTensor operator -(SymbolicTensor left, SymbolicScalar right) => left.sub(right);

    /// <summary>Difference.</summary>
    public static SymbolicTensor operator -(SymbolicScalar left, SymbolicTensor right) => right.Record("aten::rsub.Scalar", right, left);

    /// <summary>Negation.</summary>
    public static SymbolicTensor operator -(SymbolicTensor tensor) => tensor.neg();

    /// <summary>Product.</summary>
    public static SymbolicTensor operator *(SymbolicTensor left, SymbolicTensor right) => left.mul(right);

    /// <summary>Product.</summary>
    public static SymbolicTensor operator *(SymbolicTensor left, SymbolicScalar right) => left.mul(right);

    /// <summary>Product.</summary>
    public static SymbolicTensor operator *(SymbolicScalar left, SymbolicTensor right) => right.mul(left);

    /// <summary>Quotient.</summary>
    public static SymbolicTensor operator /(SymbolicTensor left, SymbolicTensor right) => left.div(right);

    /// <summary>Quotient.</summary>
    public static SymbolicTensor operator /(SymbolicTensor left, SymbolicScalar right) => left.div(right);

    /// <summary>Quotient.</summary>
    public static SymbolicTensor operator /(SymbolicScalar left, SymbolicTensor right) => right.reciprocal().mul(left);

    /// <summary>Remainder, with the divisor's sign.</summary>
    public static SymbolicTensor operator %(SymbolicTensor left, SymbolicTensor right) => left.remainder(right);

    /// <summary>Remainder, with the divisor's sign.</summary>
    public static SymbolicTensor operator %(SymbolicTensor left, SymbolicScalar right) => left.remainder(right);

    /// <summary>And, bit by bit.</summary>
    public static SymbolicTensor operator &(SymbolicTensor left, SymbolicTensor right) => left.bitwise_and(right);

    /// <summary>Or, bit by bit.</summary>
    public static SymbolicTensor operator |(SymbolicTensor left, SymbolicTensor right) => left.bitwise_or(right);

    /// <summary>Exclusive or, bit by bit.</summary>
    public static SymbolicTensor operator ^(SymbolicTensor left, SymbolicTensor right) => left.bitwise_xor(right);

    /// <summary>All bits turned over.</summary>
    public static SymbolicTensor operator ~(SymbolicTensor left) => left.bitwise_not();

    /// <summary>Where equal.</summary>
    public static SymbolicTensor operator ==(SymbolicTensor left, SymbolicTensor right) => left.eq(right);

    /// <summary>Where different.</summary>
    public static SymbolicTensor operator !=(SymbolicTensor left, SymbolicTensor right) => left.ne(right);

    /// <summary>Where equal.</summary>
    public static SymbolicTensor operator ==(SymbolicTensor left, SymbolicScalar right) => left.eq(right);

    /// <summary>Where different.</summary>
    public static SymbolicTensor operator !=(SymbolicTensor left, SymbolicScalar right) => left.ne(right);

    /// <summary>Where less.</summary>
    public static SymbolicTensor operator <(SymbolicTensor left, SymbolicTensor right) => left.lt(right);

    /// <summary>Where greater.</summary>
    public static SymbolicTensor operator >(SymbolicTensor left, SymbolicTensor right) => left.gt(right);

    /// <summary>Where less.</summary>
    public static SymbolicTensor operator <(SymbolicTensor left, SymbolicScalar right) => left.lt(right);

    /// <summary>Where greater.</summary>
    public static SymbolicTensor operator >(SymbolicTensor left, SymbolicScalar right) => left.gt(right);

    /// <summary>Where less or equal.</summary>
    public static SymbolicTensor operator <=(SymbolicTensor left, SymbolicTensor right) => left.le(right);

    /// <summary>Where greater or equal.</summary>
    public static SymbolicTensor operator >=(SymbolicTensor left, SymbolicTensor right) => left.ge(right);

    /// <summary>Where less or equal.</summary>
    public static SymbolicTensor operator <=(SymbolicTensor left, SymbolicScalar right) => left.le(right);

    /// <summary>Where greater or equal.</summary>
    public static SymbolicTensor operator >=(SymbolicTensor left, SymbolicScalar right) => left.ge(right);

    /// <summary>Whether it is the same object; element by element, it is <see cref="eq(SymbolicTensor)"/>.</summary>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
