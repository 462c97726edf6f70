using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Symbolic;

/// <content>Numbers that stand for whole dimensions.</content>
public sealed partial class SymbolicTensor
{
    /// <summary>Sum of all.</summary>
    public SymbolicTensor sum(ScalarType? type = null) => Record("aten::sum", this, type);

    /// <summary>Sums over a dimension.</summary>
    public SymbolicTensor sum(int dim, bool keepdim = false, ScalarType? type = null) => sum([(Dim)dim], keepdim, type);

    /// <summary>Sums over a dimension.</summary>
    public SymbolicTensor sum(Dim dim, bool keepdim = false, ScalarType? type = null) => sum([dim], keepdim, type);

    /// <summary>Sums over two dimensions.</summary>
    public SymbolicTensor sum(Dim dim0, Dim dim1, bool keepdim = false, ScalarType? type = null) => sum([dim0, dim1], keepdim, type);

    /// <summary>Sums over three dimensions.</summary>
    public SymbolicTensor sum(Dim dim0, Dim dim1, Dim dim2, bool keepdim = false, ScalarType? type = null) =>
        sum([dim0, dim1, dim2], keepdim, type);

    /// <summary>Sums over dimensions.</summary>
    public SymbolicTensor sum(Dim[] dim, bool keepdim = false, ScalarType? type = null) =>
        Record("aten::sum.dim_IntList", this, dim, keepdim, type);

    /// <summary>Mean of all.</summary>
    public SymbolicTensor mean() => Record("aten::mean", this);

    /// <summary>Means over dimensions.</summary>
    public SymbolicTensor mean(Dim[] dimensions, bool keepdim = false, ScalarType? type = null) =>
        Record("aten::mean.dim", this, dimensions, keepdim, type);

    /// <summary>Product of all.</summary>
    public SymbolicTensor prod(ScalarType? type = null) => Record("aten::prod", this, type);

    /// <summary>Products over a dimension.</summary>
    public SymbolicTensor prod(int dim, bool keepdim = false, ScalarType? type = null) => prod((Dim)dim, keepdim, type);

    /// <summary>Products over a dimension.</summary>
    public SymbolicTensor prod(Dim dim, bool keepdim = false, ScalarType? type = null) => Record("aten::prod.dim_int", this, dim, keepdim, type);

    /// <summary>The greatest over dimensions.</summary>
    public SymbolicTensor amax(params Dim[] dims) => amax(dims, false);

    /// <summary>The greatest over dimensions.</summary>
    public SymbolicTensor amax(Dim[] dims, bool keepdim) => Record("aten::amax", this, dims, keepdim);

    /// <summary>The least over dimensions.</summary>
    public SymbolicTensor amin(params Dim[] dims) => amin(dims, false);

    /// <summary>The least over dimensions.</summary>
    public SymbolicTensor amin(Dim[] dims, bool keepdim) => Record("aten::amin", this, dims, keepdim);

    /// <summary>The greatest of all.</summary>
    public SymbolicTensor max() => Record("aten::max", this);

    /// <summary>The greater ones.</summary>
    public SymbolicTensor max(SymbolicTensor other) => maximum(other);

    /// <summary>The greatest over a dimension, and where they are.</summary>
    public (SymbolicTensor values, SymbolicTensor indexes) max(Dim dim, bool keepdim = false) => Pair("aten::max.dim", this, dim, keepdim);

    /// <summary>The least of all.</summary>
    public SymbolicTensor min() => Record("aten::min", this);

    /// <summary>The lesser ones.</summary>
    public SymbolicTensor min(SymbolicTensor other) => minimum(other);

    /// <summary>The least over a dimension, and where they are.</summary>
    public (SymbolicTensor values, SymbolicTensor indexes) min(Dim dim, bool keepdim = false) => Pair("aten::min.dim", this, dim, keepdim);

    /// <summary>Where the greatest of all is.</summary>
    public SymbolicTensor argmax() => Record("aten::argmax", this);

    /// <summary>Where the greatest over a dimension are.</summary>
    public SymbolicTensor argmax(Dim dim, bool keepdim = false) => Record("aten::argmax", this, dim, keepdim);

    /// <summary>Where the least of all is.</summary>
    public SymbolicTensor argmin() => Record("aten::argmin", this);

    /// <summary>Where the least over a dimension are.</summary>
    public SymbolicTensor argmin(Dim dim, bool keepdim = false) => Record("aten::argmin", this, dim, keepdim);

    /// <summary>Whether all are true.</summary>
    public SymbolicTensor all() => Record("aten::all", this);

    /// <summary>Whether all over a dimension are true.</summary>
    public SymbolicTensor all(Dim dim, bool keepdim = false) => Record("aten::all.dim", this, dim, keepdim);

    /// <summary>Whether any is true.</summary>
    public SymbolicTensor any() => Record("aten::any", this);

    /// <summary>Whether any over a dimension is true.</summary>
    public SymbolicTensor any(Dim dim, bool keepdim = false) => Record("aten::any.dim", this, dim, keepdim);

    /// <summary>Variance of all.</summary>
    public SymbolicTensor var(bool unbiased = true) => Record("aten::var", this, unbiased);

    /// <summary>Variances over a dimension.</summary>
    public SymbolicTensor var(Dim dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var([dim], unbiased, keepdim, type);

    /// <summary>Variances over dimensions.</summary>
    public SymbolicTensor var(Dim[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Record("aten::var.dim", Cast(type), dimensions, unbiased, keepdim);

    /// <summary>Standard deviation of all.</summary>
    public SymbolicTensor std(bool unbiased = true) => Record("aten::std", this, unbiased);

    /// <summary>Standard deviations over a dimension.</summary>
    public SymbolicTensor std(Dim dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std([dim], unbiased, keepdim, type);

    /// <summary>Standard deviations over dimensions.</summary>
    public SymbolicTensor std(Dim[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Record("aten::std.dim", Cast(type), dimensions, unbiased, keepdim);

    /// <summary>Variances and means over a dimension.</summary>
    public (SymbolicTensor var, SymbolicTensor mean) var_mean(Dim dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        (this.var(dim, unbiased, keepdim, type), mean([dim], keepdim, type));

    /// <summary>Standard deviations and means over a dimension.</summary>
    public (SymbolicTensor std, SymbolicTensor mean) std_mean(Dim dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        (std(dim, unbiased, keepdim, type), mean([dim], keepdim, type));

    /// <summary>Norm of all.</summary>
    public SymbolicTensor norm(float p = 2) => Record("aten::norm.Scalar", this, (double)p);

    /// <summary>Norms over a dimension.</summary>
    public SymbolicTensor norm(Dim dim, bool keepdim = false, float p = 2) =>
        Record("aten::norm.ScalarOpt_dim", this, (double)p, new[] { dim }, keepdim);

    /// <summary>Logarithm of the sum of exponentials over a dimension.</summary>
    public SymbolicTensor logsumexp(Dim dim, bool keepdim = false) => Record("aten::logsumexp", this, new[] { dim }, keepdim);

    /// <summary>How many are not zero.</summary>
    public SymbolicTensor count_nonzero(Dim[]? dims = null) => Record("aten::count_nonzero.dim_IntList", this, dims ?? []);

    /// <summary>The k greatest or least over a dimension, and where they are.</summary>
    public (SymbolicTensor values, SymbolicTensor indexes) topk(Dim k, Dim? dim = null, bool largest = true, bool sorted = true) =>
        Pair("aten::topk", this, k, dim ?? -1, largest, sorted);

    /// <summary>Elements in order along a dimension, and where they were.</summary>
    public (SymbolicTensor Values, SymbolicTensor Indices) sort(Dim? dim = null, bool descending = false, bool stable = false) =>
        Pair("aten::sort.stable", this, stable, dim ?? -1, descending);

    /// <summary>Where the elements in order along a dimension are.</summary>
    public SymbolicTensor argsort(Dim? dim = null, bool descending = false) => Record("aten::argsort", this, dim ?? -1, descending);

    private SymbolicTensor Cast(ScalarType? type) => type is { } wanted && wanted != dtype ? to(wanted) : this;

    private (SymbolicTensor, SymbolicTensor) Pair(string name, params Argument[] arguments) =>
        Tracer.Record(name, arguments) is [var first, var second]
            ? (first, second)
            : throw new InvalidOperationException($"{name} has not two results.");
}
