using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Parts of a tensor, windows and diagonals.</content>
    public partial class Tensor
    {
        /// <summary>The slice at the index, without the dimension.</summary>
        public Tensor select(long dim, long index) => Aten.Call("aten::select.int", this, dim, index);

        /// <summary>The part from start up to finish, every step-th.</summary>
        public Tensor slice(long dim, long start, long finish, long step) =>
            Aten.Call("aten::slice.Tensor", this, dim, start, finish, step);

        /// <summary>The part of that length from start on.</summary>
        public Tensor narrow(long dim, long start, long length) => Aten.Call("aten::narrow", this, dim, start, length);

        /// <summary>Windows of the size along the dimension; their elements form a last dimension.</summary>
        public Tensor unfold(long dimension, long size, long step) => Aten.Call("aten::unfold", this, dimension, size, step);

        /// <summary>The storage with any sizes and strides.</summary>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) =>
            Aten.Call("aten::as_strided", this, size, strides, storageOffset);

        /// <summary>The diagonal of two dimensions, as a last dimension.</summary>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => Aten.Call("aten::diagonal", this, offset, dim1, dim2);

        /// <summary>A matrix's diagonal, or the matrix with this vector as its diagonal.</summary>
        public Tensor diag(long diagonal = 0) => Aten.Call("aten::diag", this, diagonal);

        /// <summary>The matrix with all elements on its diagonal.</summary>
        public Tensor diagflat(long offset = 0) => Aten.Call("aten::diagflat", this, offset);

        /// <summary>Matrices with the last dimension on their diagonals.</summary>
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) =>
            Aten.Call("aten::diag_embed", this, offset, dim1, dim2);

        /// <summary>The lower triangles; the rest is 0.</summary>
        public Tensor tril(long diagonal = 0) => Aten.Call("aten::tril", this, diagonal);

        /// <summary>The upper triangles; the rest is 0.</summary>
        public Tensor triu(long diagonal = 0) => Aten.Call("aten::triu", this, diagonal);

        /// <summary>A copy with the slice at the index replaced.</summary>
        public Tensor select_scatter(Tensor src, long dim, long index) => Aten.Call("aten::select_scatter", this, src, dim, index);

        /// <summary>A copy with the part from start to end replaced.</summary>
        public Tensor slice_scatter(Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) =>
            Aten.Call("aten::slice_scatter", this, src, dim, start, end, step);

        /// <summary>A copy with the diagonal replaced.</summary>
        public Tensor diagonal_scatter(Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1) =>
            Aten.Call("aten::diagonal_scatter", this, src, offset, dim1, dim2);

        /// <summary>The dimensions reversed.</summary>
        public Tensor flip(params long[] dims) => Aten.Call("aten::flip", this, dims);

        /// <summary>Left and right exchanged: the second dimension reversed.</summary>
        public Tensor fliplr() => Aten.Call("aten::fliplr", this);

        /// <summary>Up and down exchanged: the first dimension reversed.</summary>
        public Tensor flipud() => Aten.Call("aten::flipud", this);

        /// <summary>Turned k times by 90 degrees in the plane of two dimensions.</summary>
        public Tensor rot90(long k = 1, (long, long)? dims = null) =>
            Aten.Call("aten::rot90", this, k, dims is { } d ? [d.Item1, d.Item2] : (long[])[0, 1]);

        /// <summary>Rotated along the dimension, or flattened.</summary>
        public Tensor roll(long shifts, long? dims = null) => Aten.Call("aten::roll", this, shifts, dims is { } d ? [d] : (long[])[]);

        /// <summary>Rotated along the first dimension.</summary>
        public Tensor roll(long[] shifts) => roll(shifts, [0]);

        /// <summary>Rotated along each of the dimensions.</summary>
        public Tensor roll(long[] shifts, long[] dims) => Aten.Call("aten::roll", this, shifts, dims);

        /// <summary>Rotated along two dimensions.</summary>
        public Tensor roll((long, long) shifts, (long, long) dims) => roll([shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);
    }
}
