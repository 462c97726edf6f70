using static TorchSharp.torch;

namespace Espalier.Symbolic;

/// <content>Reductions and products.</content>
public static partial class torch
{
    /// <summary>Sum of all.</summary>
    public static SymbolicTensor sum(SymbolicTensor input, ScalarType? type = null) => input.sum(type);

    /// <summary>Sums over a dimension.</summary>
    public static SymbolicTensor sum(SymbolicTensor input, int dim, bool keepdim = false, ScalarType? type = null) =>
        input.sum(dim, keepdim, type);

    /// <summary>Sums over a dimension.</summary>
    public static SymbolicTensor sum(SymbolicTensor input, Dim dim, bool keepdim = false, ScalarType? type = null) =>
        input.sum(dim, keepdim, type);

    /// <summary>Sums over dimensions.</summary>
    public static SymbolicTensor sum(SymbolicTensor input, Dim[] dim, bool keepdim = false, ScalarType? type = null) =>
        input.sum(dim, keepdim, type);

    /// <summary>Mean of all.</summary>
    public static SymbolicTensor mean(SymbolicTensor input) => input.mean();

    /// <summary>Means over dimensions.</summary>
    public static SymbolicTensor mean(SymbolicTensor input, Dim[] dimensions, bool keepdim = false, ScalarType? type = null) =>
        input.mean(dimensions, keepdim, type);

    /// <summary>Variance of all.</summary>
    public static SymbolicTensor var(SymbolicTensor input, bool unbiased = true) => input.var(unbiased);

    /// <summary>Variances over a dimension.</summary>
    public static SymbolicTensor var(SymbolicTensor input, Dim dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);

    /// <summary>Variances over dimensions.</summary>
    public static SymbolicTensor var(SymbolicTensor input, Dim[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);

    /// <summary>Standard deviation of all.</summary>
    public static SymbolicTensor std(SymbolicTensor input, bool unbiased = true) => input.std(unbiased);

    /// <summary>Standard deviations over a dimension.</summary>
    public static SymbolicTensor std(SymbolicTensor input, Dim dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);

    /// <summary>Standard deviations over dimensions.</summary>
    public static SymbolicTensor std(SymbolicTensor input, Dim[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);

    /// <summary>Product of all.</summary>
    public static SymbolicTensor prod(SymbolicTensor input, ScalarType? dtype = null) => input.prod(dtype);

    /// <summary>Products over a dimension.</summary>
    public static SymbolicTensor prod(SymbolicTensor input, int dim, bool keepdim = false, ScalarType? dtype = null) =>
        input.prod(dim, keepdim, dtype);

    /// <summary>The greatest over dimensions.</summary>
    public static SymbolicTensor amax(SymbolicTensor input, Dim[] dims, bool keepdim = false) => input.amax(dims, keepdim);

    /// <summary>The least over dimensions.</summary>
    public static SymbolicTensor amin(SymbolicTensor input, Dim[] dims, bool keepdim = false) => input.amin(dims, keepdim);

    /// <summary>The greatest of all.</summary>
    public static SymbolicTensor max(SymbolicTensor input) => input.max();

    /// <summary>The greatest over a dimension, and where they are.</summary>
    public static (SymbolicTensor values, SymbolicTensor indexes) max(SymbolicTensor input, Dim dim, bool keepdim = false) =>
        input.max(dim, keepdim);

    /// <summary>Where the greatest of all is.</summary>
    public static SymbolicTensor argmax(SymbolicTensor input) => input.argmax();

    /// <summary>Where the greatest over a dimension are.</summary>
    public static SymbolicTensor argmax(SymbolicTensor input, Dim dim, bool keepdim = false) => input.argmax(dim, keepdim);

    /// <summary>The least of all.</summary>
    public static SymbolicTensor min(SymbolicTensor input) => input.min();

    /// <summary>The least over a dimension, and where they are.</summary>
    public static (SymbolicTensor values, SymbolicTensor indexes) min(SymbolicTensor input, Dim dim, bool keepdim = false) =>
        input.min(dim, keepdim);

    /// <summary>Where the least of all is.</summary>
    public static SymbolicTensor argmin(SymbolicTensor input) => input.argmin();

    /// <summary>Where the least over a dimension are.</summary>
    public static SymbolicTensor argmin(SymbolicTensor input, Dim dim, bool keepdim = false) => input.argmin(dim, keepdim);

    /// <summary>Whether all are true.</summary>
    public static SymbolicTensor all(SymbolicTensor input) => input.all();

    /// <summary>Whether all over a dimension are true.</summary>
    public static SymbolicTensor all(SymbolicTensor input, Dim dim, bool keepdim = false) => input.all(dim, keepdim);

    /// <summary>Whether any are true.</summary>
    public static SymbolicTensor any(SymbolicTensor input) => input.any();

    /// <summary>Whether any over a dimension are true.</summary>
    public static SymbolicTensor any(SymbolicTensor input, Dim dim, bool keepdim = false) => input.any(dim, keepdim);

    /// <summary>Norm of all.</summary>
    public static SymbolicTensor norm(SymbolicTensor input, float p = 2) => input.norm(p);

    /// <summary>Norms over a dimension.</summary>
    public static SymbolicTensor norm(SymbolicTensor input, Dim dimension, bool keepdim = false, float p = 2) =>
        input.norm(dimension, keepdim, p);

    /// <summary>Logarithm of the sum of exponentials over a dimension.</summary>
    public static SymbolicTensor logsumexp(SymbolicTensor input, Dim dim, bool keepdim = false) => input.logsumexp(dim, keepdim);

    /// <summary>Running sums along a dimension.</summary>
    public static SymbolicTensor cumsum(SymbolicTensor input, Dim dim, ScalarType? type = null) => input.cumsum(dim, type);

    /// <summary>Running products along a dimension.</summary>
    public static SymbolicTensor cumprod(SymbolicTensor input, Dim dim, ScalarType? dtype = null) => input.cumprod(dim, dtype);

    /// <summary>The k greatest or least over a dimension, and where they are.</summary>
    public static (SymbolicTensor values, SymbolicTensor indices) topk(SymbolicTensor tensor, Dim k, Dim? dim = null, bool largest = true, bool sorted = true) =>
        tensor.topk(k, dim, largest, sorted);

    /// <summary>Elements in order along a dimension, and where they were.</summary>
    public static (SymbolicTensor values, SymbolicTensor indices) sort(SymbolicTensor input, Dim? dim = null, bool descending = false, bool stable = false) =>
        input.sort(dim, descending, stable);

    /// <summary>Where the elements in order along a dimension are.</summary>
    public static SymbolicTensor argsort(SymbolicTensor input, Dim? dim = null, bool descending = false) => input.argsort(dim, descending);

    /// <summary>Shares that add up to one along a dimension.</summary>
    public static SymbolicTensor softmax(SymbolicTensor input, Dim dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

    /// <summary>Logarithms of softmax.</summary>
    public static SymbolicTensor log_softmax(SymbolicTensor input, Dim dim, ScalarType? dtype = null) => input.log_softmax(dim, dtype);

    /// <summary>Product of vectors, matrices or stacks of matrices.</summary>
    public static SymbolicTensor matmul(SymbolicTensor input, SymbolicTensor target) => input.matmul(target);

    /// <summary>Product of two matrices.</summary>
    public static SymbolicTensor mm(SymbolicTensor input, SymbolicTensor target) => input.mm(target);

    /// <summary>Products of two stacks of matrices.</summary>
    public static SymbolicTensor bmm(SymbolicTensor input, SymbolicTensor batch2) => input.bmm(batch2);

    /// <summary>Product of a matrix and a vector.</summary>
    public static SymbolicTensor mv(SymbolicTensor input, SymbolicTensor target) => input.mv(target);

    /// <summary>Product of two vectors.</summary>
    public static SymbolicTensor dot(SymbolicTensor input, SymbolicTensor other) => input.dot(other);

    /// <summary>All products of two vectors' elements.</summary>
    public static SymbolicTensor outer(SymbolicTensor input, SymbolicTensor vec2) => input.outer(vec2);

    /// <summary>beta input + alpha mat1 mat2.</summary>
    public static SymbolicTensor addmm(SymbolicTensor input, SymbolicTensor mat1, SymbolicTensor mat2, float beta = 1, float alpha = 1) =>
        input.addmm(mat1, mat2, beta, alpha);

    /// <summary>beta input + alpha batch1 batch2.</summary>
    public static SymbolicTensor baddbmm(SymbolicTensor input, SymbolicTensor batch1, SymbolicTensor batch2, float beta = 1, float alpha = 1) =>
        input.baddbmm(batch1, batch2, beta, alpha);

    /// <summary>Sums over pairs of dimensions.</summary>
    public static SymbolicTensor tensordot(SymbolicTensor a, SymbolicTensor b, Dim[] dims1, Dim[] dims2) => a.tensordot(b, dims1, dims2);

    /// <summary>Sums over the last dimensions of one and the first of the other.</summary>
    public static SymbolicTensor tensordot(SymbolicTensor a, SymbolicTensor b, Dim? dims = null) => a.tensordot(b, dims);

    /// <summary>A sum of products by index letters: <c>ij,jk-&gt;ik</c>.</summary>
    public static SymbolicTensor einsum(string equation, params SymbolicTensor[] tensors) =>
        tensors[0].Record("aten::einsum", equation, tensors);

    /// <summary>Distances between all pairs of rows.</summary>
    public static SymbolicTensor cdist(SymbolicTensor x1, SymbolicTensor x2, double p = 2) => x1.Record("aten::cdist", x1, x2, p);
}
