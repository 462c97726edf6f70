using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Largest and smallest elements.</content>
    public partial class Tensor
    {
        /// <summary>The largest of all elements.</summary>
        public Tensor max() => Aten.Call("aten::max", this);

        /// <summary>The largest elements along the dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Aten.Call2("aten::max.dim", this, dim, keepdim);

        /// <summary>The smallest of all elements.</summary>
        public Tensor min() => Aten.Call("aten::min", this);

        /// <summary>The smallest elements along the dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Aten.Call2("aten::min.dim", this, dim, keepdim);

        /// <summary>The largest elements over the dimensions, or of all.</summary>
        public Tensor amax(params long[] dims) => Aten.Call("aten::amax", this, dims);

        /// <summary>The largest elements over the dimensions.</summary>
        public Tensor amax(long[] dims, bool keepdim = false) => Aten.Call("aten::amax", this, dims, keepdim);

        /// <summary>The smallest elements over the dimensions, or of all.</summary>
        public Tensor amin(params long[] dims) => Aten.Call("aten::amin", this, dims);

        /// <summary>The smallest elements over the dimensions.</summary>
        public Tensor amin(long[] dims, bool keepdim = false) => Aten.Call("aten::amin", this, dims, keepdim);

        /// <summary>The smallest and largest elements, of all or along the dimension.</summary>
        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) => Aten.Call2("aten::aminmax", this, dim, keepdim);

        /// <summary>Where the largest element is in the flattened tensor.</summary>
        public Tensor argmax() => Aten.Call("aten::argmax", this);

        /// <summary>Where the largest elements along the dimension are.</summary>
        public Tensor argmax(long dim, bool keepdim = false) => Aten.Call("aten::argmax", this, dim, keepdim);

        /// <summary>Where the smallest element is in the flattened tensor.</summary>
        public Tensor argmin() => Aten.Call("aten::argmin", this);

        /// <summary>Where the smallest elements along the dimension are.</summary>
        public Tensor argmin(long dim, bool keepdim = false) => Aten.Call("aten::argmin", this, dim, keepdim);
    }
}
