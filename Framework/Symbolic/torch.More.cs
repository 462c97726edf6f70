using static TorchSharp.torch;

namespace Espalier.Symbolic;

/// <content>More of the same: names that are used less.</content>
public static partial class torch
{
    /// <summary>One dimension.</summary>
    public static SymbolicTensor ravel(SymbolicTensor input) => input.ravel();

    /// <summary>Moves dimensions to other places.</summary>
    public static SymbolicTensor moveaxis(SymbolicTensor input, Dim[] source, Dim[] destination) => input.moveaxis(source, destination);

    /// <summary>How many are not zero.</summary>
    public static SymbolicTensor count_nonzero(SymbolicTensor input, Dim[]? dims = null) => input.count_nonzero(dims);

    /// <summary>log(x / (1 - x)).</summary>
    public static SymbolicTensor logit(SymbolicTensor input, double? eps = null) => input.logit(eps);

    /// <summary>Where greater.</summary>
    public static SymbolicTensor greater(SymbolicTensor tensor, SymbolicTensor target) => tensor.greater(target);

    /// <summary>Where greater or equal.</summary>
    public static SymbolicTensor greater_equal(SymbolicTensor tensor, SymbolicTensor target) => tensor.greater_equal(target);

    /// <summary>Where less.</summary>
    public static SymbolicTensor less(SymbolicTensor tensor, SymbolicTensor target) => tensor.less(target);

    /// <summary>Where less or equal.</summary>
    public static SymbolicTensor less_equal(SymbolicTensor tensor, SymbolicTensor target) => tensor.less_equal(target);

    /// <summary>Where different.</summary>
    public static SymbolicTensor not_equal(SymbolicTensor tensor, SymbolicTensor target) => tensor.not_equal(target);

    /// <summary>Length of the points (left, right).</summary>
    public static SymbolicTensor hypot(SymbolicTensor left, SymbolicTensor right) => left.hypot(right);

    /// <summary>Angle of the points (other, input).</summary>
    public static SymbolicTensor arctan2(SymbolicTensor input, SymbolicTensor other) => input.atan2(other);

    /// <summary>beta input + alpha mat1 mat2, with a vector.</summary>
    public static SymbolicTensor addmv(SymbolicTensor input, SymbolicTensor mat1, SymbolicTensor mat2, float beta = 1, float alpha = 1) =>
        input.addmv(mat1, mat2, beta, alpha);

    /// <summary>A copy with slices of another tensor added at the positions given.</summary>
    public static SymbolicTensor index_add(SymbolicTensor input, Dim dim, SymbolicTensor index, SymbolicTensor source, SymbolicScalar alpha) =>
        input.index_add(dim, index, source, alpha);

    /// <summary>Variances and means over a dimension.</summary>
    public static (SymbolicTensor var, SymbolicTensor mean) var_mean(SymbolicTensor input, Dim dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var_mean(dimensions, unbiased, keepdim, type);

    /// <summary>Standard deviations and means over a dimension.</summary>
    public static (SymbolicTensor std, SymbolicTensor mean) std_mean(SymbolicTensor input, Dim dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std_mean(dimensions, unbiased, keepdim, type);

    /// <summary>The number of elements.</summary>
    public static Dim numel(SymbolicTensor input) => input.numel();

    /// <summary>Whether the elements are floating-point numbers.</summary>
    public static bool is_floating_point(SymbolicTensor input) => input.is_floating_point();

    /// <summary>Product of several matrices, from left to right.</summary>
    public static SymbolicTensor chain_matmul(params SymbolicTensor[] matrices) => linalg.multi_dot(matrices);

    /// <summary>Tensors one after the other along the first dimension, at least matrices.</summary>
    public static SymbolicTensor row_stack(params IReadOnlyList<SymbolicTensor> tensors) => vstack(tensors);

    /// <summary>Tensors side by side as columns; vectors are one each.</summary>
    public static SymbolicTensor column_stack(params IReadOnlyList<SymbolicTensor> tensors) =>
        cat([.. tensors.Select(t => t.ndim < 2 ? t.reshape(-1, 1) : t)], 1);

    /// <summary>Tensors side by side along the third dimension.</summary>
    public static SymbolicTensor dstack(params IReadOnlyList<SymbolicTensor> tensors) =>
        cat([.. tensors.Select(t => t.ndim switch { 0 or 1 => t.reshape(1, -1, 1), 2 => t.unsqueeze(2), _ => t })], 2);
}
