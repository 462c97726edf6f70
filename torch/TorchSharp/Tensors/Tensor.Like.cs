using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>New tensors of the same shape, with the dtype and device of this one where none are given.</content>
    public partial class Tensor
    {
        /// <summary>A tensor whose elements are not set.</summary>
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.Call("aten::empty_like", this, dtype, Arg.None, Usable(device)), requires_grad);

        /// <summary>A tensor of zeros.</summary>
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.Call("aten::zeros_like", this, dtype, Arg.None, Usable(device)), requires_grad);

        /// <summary>A tensor of ones.</summary>
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.Call("aten::ones_like", this, dtype, Arg.None, Usable(device)), requires_grad);

        /// <summary>A tensor filled with the value.</summary>
        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.Call("aten::full_like", this, value, dtype, Arg.None, Usable(device)), requires_grad);

        /// <summary>Uniform random numbers of [0, 1).</summary>
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.Call("aten::rand_like", this, dtype, Arg.None, Usable(device)), requires_grad);

        /// <summary>Normally distributed random numbers of mean 0 and standard deviation 1.</summary>
        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.Call("aten::randn_like", this, dtype, Arg.None, Usable(device)), requires_grad);

        /// <summary>Random integers of [low, high).</summary>
        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finish(Aten.Call("aten::randint_like.low_dtype", this, low, high, dtype, Arg.None, Usable(device)), requires_grad);
    }
}
