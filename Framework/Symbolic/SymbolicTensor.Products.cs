namespace Espalier.Symbolic;

/// <content>Products of vectors, matrices and stacks of matrices.</content>
public sealed partial class SymbolicTensor
{
    /// <summary>Product of vectors, matrices or stacks of matrices.</summary>
    public SymbolicTensor matmul(SymbolicTensor target) => Record("aten::matmul", this, target);

    /// <summary>Product of two matrices.</summary>
    public SymbolicTensor mm(SymbolicTensor target) => Record("aten::mm", this, target);

    /// <summary>Products of two stacks of matrices.</summary>
    public SymbolicTensor bmm(SymbolicTensor batch2) => Record("aten::bmm", this, batch2);

    /// <summary>Product of a matrix and a vector.</summary>
    public SymbolicTensor mv(SymbolicTensor target) => Record("aten::mv", this, target);

    /// <summary>Product of two vectors, a number.</summary>
    public SymbolicTensor dot(SymbolicTensor target) => Record("aten::dot", this, target);

    /// <summary>All products of two vectors' elements, a matrix.</summary>
    public SymbolicTensor outer(SymbolicTensor vec2) => Record("aten::outer", this, vec2);

    /// <summary>All products of two vectors' elements, a matrix.</summary>
    public SymbolicTensor ger(SymbolicTensor vec2) => outer(vec2);

    /// <summary>beta this + alpha mat1 mat2.</summary>
    public SymbolicTensor addmm(SymbolicTensor mat1, SymbolicTensor mat2, float beta = 1, float alpha = 1) =>
        Record("aten::addmm", this, mat1, mat2, (double)beta, (double)alpha);

    /// <summary>beta this + alpha batch1 batch2, for stacks of matrices.</summary>
    public SymbolicTensor baddbmm(SymbolicTensor batch1, SymbolicTensor batch2, float beta = 1, float alpha = 1) =>
        Record("aten::baddbmm", this, batch1, batch2, (double)beta, (double)alpha);

    /// <summary>beta this + alpha mat vec.</summary>
    public SymbolicTensor addmv(SymbolicTensor mat, SymbolicTensor vec, float beta = 1, float alpha = 1) =>
        Record("aten::addmv", this, mat, vec, (double)beta, (double)alpha);

    /// <summary>Sums over the last dimensions of one and the first of the other.</summary>
    public SymbolicTensor tensordot(SymbolicTensor b, Dim? dims = null)
    {
        var count = (int)(dims ?? 2).Value;
        return tensordot(b, Dims.Of([.. Enumerable.Range(Value.Rank - count, count)]), Dims.Of([.. Enumerable.Range(0, count)]));
    }

    /// <summary>Sums over pairs of dimensions.</summary>
    public SymbolicTensor tensordot(SymbolicTensor b, Dim[] dims1, Dim[] dims2) => Record("aten::tensordot", this, b, dims1, dims2);
}
