using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Values written to positions, masks or the whole tensor.</content>
    public partial class Tensor
    {
        /// <summary>Sets all elements to 0.</summary>
        public Tensor zero_() => Aten.CallInPlace("aten::zero_", this);

        /// <summary>Sets all elements to the value.</summary>
        public Tensor fill_(Scalar value) => Aten.CallInPlace("aten::fill_.Scalar", this, value);

        /// <summary>Copies the source's elements, converting and broadcasting them.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false) => Aten.CallInPlace("aten::copy_", this, source, nonBlocking);

        /// <summary>Makes this tensor share the source's storage, shape and strides.</summary>
        public Tensor set_(Tensor source) => Aten.CallInPlace("aten::set_.source_Tensor", this, source);

        /// <summary>A copy with the source's elements written to these positions of the dimension.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src) => Aten.Call("aten::scatter.src", this, dim, index, src);

        /// <summary>The source's elements written to these positions of the dimension, in place.</summary>
        public Tensor scatter_(long dim, Tensor index, Tensor src) => Aten.CallInPlace("aten::scatter_.src", this, dim, index, src);

        /// <summary>A copy with the source's elements added at these positions of the dimension.</summary>
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Aten.Call("aten::scatter_add", this, dim, index, src);

        /// <summary>The source's elements added at these positions of the dimension, in place.</summary>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => Aten.CallInPlace("aten::scatter_add_", this, dim, index, src);

        /// <summary>A copy with the source's slices, times alpha, added at these positions of the dimension.</summary>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Aten.Call("aten::index_add", this, dim, index, source, alpha);

        /// <summary>The source's slices, times alpha, added at these positions of the dimension, in place.</summary>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Aten.CallInPlace("aten::index_add_", this, dim, index, source, alpha);

        /// <summary>A copy with the source's slices written to these positions of the dimension.</summary>
        public Tensor index_copy(long dim, Tensor index, Tensor source) => Aten.Call("aten::index_copy", this, dim, index, source);

        /// <summary>The source's slices written to these positions of the dimension, in place.</summary>
        public Tensor index_copy_(long dim, Tensor index, Tensor source) => Aten.CallInPlace("aten::index_copy_", this, dim, index, source);

        /// <summary>A copy with the value written to the slices at these positions of the dimension.</summary>
        public Tensor index_fill(long dim, Tensor index, Scalar value) => Aten.Call("aten::index_fill.int_Scalar", this, dim, index, value);

        /// <summary>The value written to the slices at these positions of the dimension, in place.</summary>
        public Tensor index_fill_(long dim, Tensor index, Scalar value) =>
            Aten.CallInPlace("aten::index_fill_.int_Scalar", this, dim, index, value);

        /// <summary>A copy with the value written where the mask holds.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => Aten.Call("aten::masked_fill.Scalar", this, mask, value);

        /// <summary>The value written where the mask holds, in place.</summary>
        public Tensor masked_fill_(Tensor mask, Scalar value) => Aten.CallInPlace("aten::masked_fill_.Scalar", this, mask, value);

        /// <summary>A copy with the source's elements, in their order, written where the mask holds.</summary>
        public Tensor masked_scatter(Tensor mask, Tensor value) => Aten.Call("aten::masked_scatter", this, mask, value);

        /// <summary>The source's elements, in their order, written where the mask holds, in place.</summary>
        public Tensor masked_scatter_(Tensor mask, Tensor value) => Aten.CallInPlace("aten::masked_scatter_", this, mask, value);

        /// <summary>Writes the value to what the index expression selects.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            this[indices] = value;
            return this;
        }

        /// <summary>Writes the value to what these tensors of positions or masks select together.</summary>
        public Tensor index_put_(Tensor value, params Tensor[] indices)
        {
            this[indices] = value;
            return this;
        }

        /// <summary>Writes the number to what the index expression selects.</summary>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices) => index_put_(OfThisType(value), indices);

        /// <summary>Writes the number to what these tensors of positions or masks select together.</summary>
        public Tensor index_put_(Scalar value, params Tensor[] indices) => index_put_(OfThisType(value), indices);

        private Tensor OfThisType(Scalar value) => Aten.Call("aten::scalar_tensor", value, dtype, Arg.None, device);
    }
}
