using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Views and copies with another shape; sizes of -1 follow from the rest.</content>
    public partial class Tensor
    {
        /// <summary>The same memory in another shape; the strides must allow it.</summary>
        public Tensor view(params long[] shape) => Aten.Call("aten::view", this, shape);

        /// <summary>The same memory in the other's shape.</summary>
        public Tensor view_as(Tensor other) => view(other.shape);

        /// <summary>The elements in another shape: a view where the strides allow it, else a copy.</summary>
        public Tensor reshape(params long[] shape) => Aten.Call("aten::reshape", this, shape);

        /// <summary>The dimensions from start_dim to end_dim made one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Aten.Call("aten::flatten.using_ints", this, start_dim, end_dim);

        /// <summary>One dimension made several.</summary>
        public Tensor unflatten(long dim, params long[] sizes) => Aten.Call("aten::unflatten.int", this, dim, sizes);

        /// <summary>All dimensions made one.</summary>
        public Tensor ravel() => Aten.Call("aten::ravel", this);

        /// <summary>Without the dimension if its size is 1, or without all of size 1.</summary>
        public Tensor squeeze(long? dim = null) =>
            dim is { } d ? Aten.Call("aten::squeeze.dim", this, d) : Aten.Call("aten::squeeze", this);

        /// <summary>Removes the dimension if its size is 1, or all of size 1.</summary>
        public Tensor squeeze_(long? dim = null) =>
            dim is { } d ? Aten.CallInPlace("aten::squeeze_.dim", this, d) : Aten.CallInPlace("aten::squeeze_", this);

        /// <summary>With a dimension of size 1 at the place.</summary>
        public Tensor unsqueeze(long dim) => Aten.Call("aten::unsqueeze", this, dim);

        /// <summary>Inserts a dimension of size 1 at the place.</summary>
        public Tensor unsqueeze_(long dim) => Aten.CallInPlace("aten::unsqueeze_", this, dim);

        /// <summary>Two dimensions exchanged.</summary>
        public Tensor transpose(long dim0, long dim1) => Aten.Call("aten::transpose.int", this, dim0, dim1);

        /// <summary>Exchanges two dimensions.</summary>
        public Tensor transpose_(long dim0, long dim1) => Aten.CallInPlace("aten::transpose_", this, dim0, dim1);

        /// <summary>Two dimensions exchanged.</summary>
        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>Two dimensions exchanged.</summary>
        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>The transposed matrix; vectors stay as they are.</summary>
        public Tensor t() => Aten.Call("aten::t", this);

        /// <summary>All dimensions in reverse order.</summary>
        public Tensor T => Aten.Call("aten::numpy_T", this);

        /// <summary>The last two dimensions exchanged.</summary>
        public Tensor mT => transpose(-2, -1);

        /// <summary>The dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) => Aten.Call("aten::permute", this, permutation);

        /// <summary>Dimensions moved to other places; the rest keep their order.</summary>
        public Tensor movedim(long[] source, long[] destination) => Aten.Call("aten::movedim.intlist", this, source, destination);

        /// <summary>Dimensions moved to other places; the rest keep their order.</summary>
        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);

        /// <summary>Dimensions of size 1 repeated without copying; -1 keeps a size.</summary>
        public Tensor expand(params long[] sizes) => Aten.Call("aten::expand", this, sizes);

        /// <summary>Dimensions of size 1 repeated without copying; -1 keeps a size.</summary>
        public Tensor expand(long[] sizes, bool isImplicit = false) => Aten.Call("aten::expand", this, sizes, isImplicit);

        /// <summary>Expanded to the other's shape.</summary>
        public Tensor expand_as(Tensor other) => Aten.Call("aten::expand_as", this, other);

        /// <summary>Expanded to the shape.</summary>
        public Tensor broadcast_to(params long[] shape) => Aten.Call("aten::broadcast_to", this, shape);

        /// <summary>Copies side by side, so many along each dimension.</summary>
        public Tensor repeat(params long[] sizes) => Aten.Call("aten::repeat", this, sizes);

        /// <summary>Copies side by side, so many along each of the last dimensions.</summary>
        public Tensor tile(long[] reps) => Aten.Call("aten::tile", this, reps);

        /// <summary>Each slice along the dimension, or element, so many times in a row.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            Aten.Call("aten::repeat_interleave.self_int", this, repeats, dim, output_size);

        /// <summary>Each slice along the dimension, or element, its own number of times in a row.</summary>
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            Aten.Call("aten::repeat_interleave.self_Tensor", this, repeats, dim, output_size);

        /// <summary>With at least one dimension.</summary>
        public Tensor atleast_1d() => Aten.Call("aten::atleast_1d", this);

        /// <summary>With at least two dimensions.</summary>
        public Tensor atleast_2d() => Aten.Call("aten::atleast_2d", this);

        /// <summary>With at least three dimensions.</summary>
        public Tensor atleast_3d() => Aten.Call("aten::atleast_3d", this);
    }
}
