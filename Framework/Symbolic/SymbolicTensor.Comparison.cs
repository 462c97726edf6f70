namespace Espalier.Symbolic;

/// <content>Comparisons and logic, element by element, and what chooses by them.</content>
public sealed partial class SymbolicTensor
{
    /// <summary>Where equal.</summary>
    public SymbolicTensor eq(SymbolicTensor target) => Record("aten::eq.Tensor", this, target);

    /// <summary>Where equal.</summary>
    public SymbolicTensor eq(SymbolicScalar target) => Record("aten::eq.Scalar", this, target);

    /// <summary>Where different.</summary>
    public SymbolicTensor ne(SymbolicTensor target) => Record("aten::ne.Tensor", this, target);

    /// <summary>Where different.</summary>
    public SymbolicTensor ne(SymbolicScalar target) => Record("aten::ne.Scalar", this, target);

    /// <summary>Where different.</summary>
    public SymbolicTensor not_equal(SymbolicTensor target) => ne(target);

    /// <summary>Where less.</summary>
    public SymbolicTensor lt(SymbolicTensor target) => Record("aten::lt.Tensor", this, target);

    /// <summary>Where less.</summary>
    public SymbolicTensor lt(SymbolicScalar target) => Record("aten::lt.Scalar", this, target);

    /// <summary>Where less.</summary>
    public SymbolicTensor less(SymbolicTensor target) => lt(target);

    /// <summary>Where less or equal.</summary>
    public SymbolicTensor le(SymbolicTensor target) => Record("aten::le.Tensor", this, target);

    /// <summary>Where less or equal.</summary>
    public SymbolicTensor le(SymbolicScalar target) => Record("aten::le.Scalar", this, target);

    /// <summary>Where less or equal.</summary>
    public SymbolicTensor less_equal(SymbolicTensor target) => le(target);

    /// <summary>Where greater.</summary>
    public SymbolicTensor gt(SymbolicTensor target) => Record("aten::gt.Tensor", this, target);

    /// <summary>Where greater.</summary>
    public SymbolicTensor gt(SymbolicScalar target) => Record("aten::gt.Scalar", this, target);

    /// <summary>Where greater.</summary>
    public SymbolicTensor greater(SymbolicTensor target) => gt(target);

    /// <summary>Where greater or equal.</summary>
    public SymbolicTensor ge(SymbolicTensor target) => Record("aten::ge.Tensor", this, target);

    /// <summary>Where greater or equal.</summary>
    public SymbolicTensor ge(SymbolicScalar target) => Record("aten::ge.Scalar", this, target);

    /// <summary>Where greater or equal.</summary>
    public SymbolicTensor greater_equal(SymbolicTensor target) => ge(target);

    /// <summary>Where both are not zero.</summary>
    public SymbolicTensor logical_and(SymbolicTensor other) => Record("aten::logical_and", this, other);

    /// <summary>Where either is not zero.</summary>
    public SymbolicTensor logical_or(SymbolicTensor other) => Record("aten::logical_or", this, other);

    /// <summary>Where exactly one is not zero.</summary>
    public SymbolicTensor logical_xor(SymbolicTensor other) => Record("aten::logical_xor", this, other);

    /// <summary>And, bit by bit.</summary>
    public SymbolicTensor bitwise_and(SymbolicTensor other) => Record("aten::bitwise_and.Tensor", this, other);

    /// <summary>Or, bit by bit.</summary>
    public SymbolicTensor bitwise_or(SymbolicTensor other) => Record("aten::bitwise_or.Tensor", this, other);

    /// <summary>Exclusive or, bit by bit.</summary>
    public SymbolicTensor bitwise_xor(SymbolicTensor other) => Record("aten::bitwise_xor.Tensor", this, other);

    /// <summary>This where the condition holds, the other elsewhere.</summary>
    public SymbolicTensor where(SymbolicTensor condition, SymbolicTensor y) => Record("aten::where.self", condition, this, y);

    /// <summary>A number where the mask holds.</summary>
    public SymbolicTensor masked_fill(SymbolicTensor mask, SymbolicScalar value) => Record("aten::masked_fill.Scalar", this, mask, value);
}
