using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>New tensors with the dtype and device of this one where none are given.</content>
    public partial class Tensor
    {
        /// <summary>A tensor whose elements are not set.</summary>
        public Tensor new_empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.Call("aten::new_empty", this, size, dtype, Arg.None, Usable(device)), requires_grad);

        /// <inheritdoc cref="new_empty(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_empty([size], dtype, device, requires_grad);

        /// <inheritdoc cref="new_empty(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_empty([rows, columns], dtype, device, requires_grad);

        /// <inheritdoc cref="new_empty(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_empty(
            long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_empty([dim0, dim1, dim2], dtype, device, requires_grad);

        /// <inheritdoc cref="new_empty(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_empty(
            long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_empty([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

        /// <summary>A tensor of zeros.</summary>
        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.Call("aten::new_zeros", this, size, dtype, Arg.None, Usable(device)), requires_grad);

        /// <inheritdoc cref="new_zeros(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_zeros([size], dtype, device, requires_grad);

        /// <inheritdoc cref="new_zeros(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_zeros([rows, columns], dtype, device, requires_grad);

        /// <inheritdoc cref="new_zeros(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_zeros(
            long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_zeros([dim0, dim1, dim2], dtype, device, requires_grad);

        /// <inheritdoc cref="new_zeros(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_zeros(
            long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_zeros([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

        /// <summary>A tensor of ones.</summary>
        private Tensor new_ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.Call("aten::new_ones", this, size, dtype, Arg.None, Usable(device)), requires_grad);

        /// <inheritdoc cref="new_ones(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_ones([size], dtype, device, requires_grad);

        /// <inheritdoc cref="new_ones(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_ones([rows, columns], dtype, device, requires_grad);

        /// <inheritdoc cref="new_ones(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_ones(
            long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_ones([dim0, dim1, dim2], dtype, device, requires_grad);

        /// <inheritdoc cref="new_ones(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_ones(
            long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_ones([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

        /// <summary>A tensor filled with the value.</summary>
        public Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.Call("aten::new_full", this, size, value, dtype, Arg.None, Usable(device)), requires_grad);

        /// <inheritdoc cref="new_full(long[], Scalar, ScalarType?, Device?, bool)"/>
        public Tensor new_full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_full([size], value, dtype, device, requires_grad);

        /// <inheritdoc cref="new_full(long[], Scalar, ScalarType?, Device?, bool)"/>
        public Tensor new_full(
            long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_full([rows, columns], value, dtype, device, requires_grad);

        /// <inheritdoc cref="new_full(long[], Scalar, ScalarType?, Device?, bool)"/>
        public Tensor new_full(
            long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_full([dim0, dim1, dim2], value, dtype, device, requires_grad);

        /// <inheritdoc cref="new_full(long[], Scalar, ScalarType?, Device?, bool)"/>
        public Tensor new_full(
            long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            new_full([dim0, dim1, dim2, dim3], value, dtype, device, requires_grad);
    }
}
