namespace Espalier.Symbolic;

/// <content>Shapes, parts and joins.</content>
public static partial class torch
{
    /// <summary>Other sizes; one may be -1.</summary>
    public static SymbolicTensor reshape(SymbolicTensor input, params Dim[] shape) => input.reshape(shape);

    /// <summary>Dimensions in another order.</summary>
    public static SymbolicTensor permute(SymbolicTensor input, params Dim[] permutation) => input.permute(permutation);

    /// <summary>One dimension in the place of several.</summary>
    public static SymbolicTensor flatten(SymbolicTensor input, Dim start_dim = default, Dim? end_dim = null) =>
        input.flatten(start_dim, end_dim);

    /// <summary>Several dimensions in the place of one.</summary>
    public static SymbolicTensor unflatten(SymbolicTensor input, Dim dim, params Dim[] sizes) => input.unflatten(dim, sizes);

    /// <summary>Swaps two dimensions.</summary>
    public static SymbolicTensor transpose(SymbolicTensor input, Dim dim0, Dim dim1) => input.transpose(dim0, dim1);

    /// <summary>Swaps two dimensions.</summary>
    public static SymbolicTensor swapaxes(SymbolicTensor input, Dim dim0, Dim dim1) => input.swapaxes(dim0, dim1);

    /// <summary>Swaps two dimensions.</summary>
    public static SymbolicTensor swapdims(SymbolicTensor input, Dim dim0, Dim dim1) => input.swapdims(dim0, dim1);

    /// <summary>The transpose of a matrix.</summary>
    public static SymbolicTensor t(SymbolicTensor input) => input.t();

    /// <summary>Drops a dimension of size one, or all of them.</summary>
    public static SymbolicTensor squeeze(SymbolicTensor input, Dim? dim = null) => input.squeeze(dim);

    /// <summary>Puts a dimension of size one in.</summary>
    public static SymbolicTensor unsqueeze(SymbolicTensor input, Dim dim) => input.unsqueeze(dim);

    /// <summary>Repeats dimensions of size one.</summary>
    public static SymbolicTensor broadcast_to(SymbolicTensor input, params Dim[] shape) => input.broadcast_to(shape);

    /// <summary>Repeats each element along a dimension.</summary>
    public static SymbolicTensor repeat_interleave(SymbolicTensor input, Dim repeats, Dim? dim = null, long? output_size = null) =>
        input.repeat_interleave(repeats, dim, output_size);

    /// <summary>Repeats the tensor along the last dimensions.</summary>
    public static SymbolicTensor tile(SymbolicTensor input, Dim[] dims) => input.tile(dims);

    /// <summary>Moves dimensions to other places.</summary>
    public static SymbolicTensor movedim(SymbolicTensor input, Dim[] source, Dim[] destination) => input.movedim(source, destination);

    /// <summary>One position of a dimension, which goes away.</summary>
    public static SymbolicTensor select(SymbolicTensor input, Dim dim, Dim index) => input.select(dim, index);

    /// <summary>A part of a dimension.</summary>
    public static SymbolicTensor narrow(SymbolicTensor input, Dim dim, Dim start, Dim length) => input.narrow(dim, start, length);

    /// <summary>Positions of one dimension.</summary>
    public static SymbolicTensor index_select(SymbolicTensor input, Dim dim, SymbolicTensor index) => input.index_select(dim, index);

    /// <summary>For each entry of the index, the element at that position of a dimension.</summary>
    public static SymbolicTensor gather(SymbolicTensor input, Dim dim, SymbolicTensor index) => input.gather(dim, index);

    /// <summary>A copy with elements of another tensor at the positions given.</summary>
    public static SymbolicTensor scatter(SymbolicTensor input, Dim dim, SymbolicTensor index, SymbolicTensor src) =>
        input.scatter(dim, index, src);

    /// <summary>A copy with elements of another tensor added at the positions given.</summary>
    public static SymbolicTensor scatter_add(SymbolicTensor input, Dim dim, SymbolicTensor index, SymbolicTensor src) =>
        input.scatter_add(dim, index, src);

    /// <summary>Moves elements round.</summary>
    public static SymbolicTensor roll(SymbolicTensor input, Dim shifts, Dim? dims = null) => input.roll(shifts, dims);

    /// <summary>Moves elements round along dimensions.</summary>
    public static SymbolicTensor roll(SymbolicTensor input, Dim[] shifts, Dim[] dims) => input.roll(shifts, dims);

    /// <summary>Moves elements round along two dimensions.</summary>
    public static SymbolicTensor roll(SymbolicTensor input, (Dim, Dim) shifts, (Dim, Dim) dims) => input.roll(shifts, dims);

    /// <summary>Reverses dimensions.</summary>
    public static SymbolicTensor flip(SymbolicTensor input, params Dim[] dims) => input.flip(dims);

    /// <summary>The lower triangles.</summary>
    public static SymbolicTensor tril(SymbolicTensor input, Dim diagonal = default) => input.tril(diagonal);

    /// <summary>The upper triangles.</summary>
    public static SymbolicTensor triu(SymbolicTensor input, Dim diagonal = default) => input.triu(diagonal);

    /// <summary>Diagonals over two dimensions, in a new last one.</summary>
    public static SymbolicTensor diagonal(SymbolicTensor input, Dim offset = default, Dim dim1 = default, Dim? dim2 = null) =>
        input.diagonal(offset, dim1, dim2);

    /// <summary>A copy.</summary>
    public static SymbolicTensor clone(SymbolicTensor input) => input.clone();

    /// <summary>A number where the mask holds.</summary>
    public static SymbolicTensor masked_fill(SymbolicTensor input, SymbolicTensor mask, SymbolicScalar value) =>
        input.masked_fill(mask, value);

    /// <summary>Replaces what is not a number, or not finite.</summary>
    public static SymbolicTensor nan_to_num(SymbolicTensor input, double nan = 0, double? posinf = null, double? neginf = null) =>
        input.nan_to_num(nan, posinf, neginf);

    /// <summary>A number of parts along a dimension.</summary>
    public static SymbolicTensor[] chunk(SymbolicTensor input, Dim chunks, Dim dim = default) => input.chunk(chunks, dim);

    /// <summary>Parts of the sizes given along a dimension.</summary>
    public static SymbolicTensor[] split(SymbolicTensor tensor, Dim[] split_size_or_sections, Dim dim = default) =>
        tensor.split(split_size_or_sections, dim);

    /// <summary>Parts of one size along a dimension.</summary>
    public static SymbolicTensor[] split(SymbolicTensor tensor, Dim split_size_or_sections, Dim dim = default) =>
        tensor.split(split_size_or_sections, dim);

    /// <summary>A number of parts along a dimension.</summary>
    public static SymbolicTensor[] tensor_split(SymbolicTensor input, Dim indices_or_sections, Dim dim = default) =>
        input.tensor_split(indices_or_sections, dim);

    /// <summary>Parts along a dimension, cut at the positions given.</summary>
    public static SymbolicTensor[] tensor_split(SymbolicTensor input, Dim[] indices_or_sections, Dim dim = default) =>
        input.tensor_split(indices_or_sections, dim);

    /// <summary>All positions of a dimension, which goes away.</summary>
    public static SymbolicTensor[] unbind(SymbolicTensor input, Dim dim = default) => input.unbind(dim);

    /// <summary>Tensors one after the other along a dimension.</summary>
    public static SymbolicTensor cat(IReadOnlyList<SymbolicTensor> tensors, Dim dim = default) =>
        tensors[0].Record("aten::cat", tensors.ToArray(), dim);

    /// <summary>Tensors one after the other along a dimension.</summary>
    public static SymbolicTensor concat(IReadOnlyList<SymbolicTensor> tensors, Dim dim = default) => cat(tensors, dim);

    /// <summary>Tensors one after the other along a dimension.</summary>
    public static SymbolicTensor concatenate(IReadOnlyList<SymbolicTensor> tensors, Dim axis = default) => cat(tensors, axis);

    /// <summary>Tensors side by side along a new dimension.</summary>
    public static SymbolicTensor stack(IReadOnlyList<SymbolicTensor> tensors, Dim dim = default) =>
        tensors[0].Record("aten::stack", tensors.ToArray(), dim);

    /// <summary>Tensors one after the other along the first dimension, at least matrices.</summary>
    public static SymbolicTensor vstack(IReadOnlyList<SymbolicTensor> tensors) =>
        cat([.. tensors.Select(t => t.ndim < 2 ? t.unsqueeze(0) : t)]);

    /// <summary>Tensors one after the other along the second dimension, or the only one.</summary>
    public static SymbolicTensor hstack(params IReadOnlyList<SymbolicTensor> tensors) => cat(tensors, tensors[0].ndim < 2 ? 0 : 1);
}
