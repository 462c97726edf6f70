using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Sorting and searching.</content>
    public partial class Tensor
    {
        /// <summary>The elements in order along the dimension, and where they were.</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Aten.Call2("aten::sort.stable", this, stable, dim, descending);

        /// <summary>Where the elements in order along the dimension are.</summary>
        public Tensor argsort(long dim = -1, bool descending = false) => Aten.Call("aten::argsort", this, dim, descending);

        /// <summary>The elements in order along the first dimension.</summary>
        public Tensor msort() => Aten.Call("aten::msort", this);

        /// <summary>The k largest or smallest elements along the dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Aten.Call2("aten::topk", this, k, dim, largest, sorted);

        /// <summary>The bucket each element falls into, by the ascending boundaries.</summary>
        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) =>
            Aten.Call("aten::bucketize.Tensor", this, boundaries, outInt32, right);
    }
}
