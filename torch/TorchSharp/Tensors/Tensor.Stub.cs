using TorchSharp.Native;
namespace TorchSharp;
public static partial class torch
{
    public partial class Tensor {

        /// <summary>stub</summary>
        public Tensor cpu() => Aten.Call("aten::_to_copy", this, Arg.None, Arg.None, CPU);
        /// <summary>stub</summary>
        public Tensor select(long dim, long index) => Aten.Call("aten::select.int", this, dim, index);
        /// <summary>stub</summary>
        public Tensor unsqueeze(long dim) => Aten.Call("aten::unsqueeze", this, dim);
        /// <summary>stub</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false) => Aten.CallInPlace("aten::copy_", this, source, nonBlocking);
    }
    /// <summary>stub</summary>
    public static Tensor tensor(bool value, Device? device = null) => Aten.Call("aten::scalar_tensor", value, ScalarType.Bool, Arg.None, device);
}
