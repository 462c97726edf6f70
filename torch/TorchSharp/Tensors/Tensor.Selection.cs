using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Elements by their indices or by a mask.</content>
    public partial class Tensor
    {
        /// <summary>What the index expression selects.</summary>
        public Tensor index(params TensorIndex[] indices) => this[indices];

        /// <summary>What these tensors of positions or masks select together.</summary>
        public Tensor index(params Tensor[] indices) => this[indices];

        /// <summary>The slices at these positions of the dimension.</summary>
        public Tensor index_select(long dim, Tensor index) => Aten.Call("aten::index_select", this, dim, index);

        /// <summary>At each place of the index, the element at that position of the dimension.</summary>
        public Tensor gather(long dim, Tensor index) => Aten.Call("aten::gather", this, dim, index);

        /// <summary>The elements at these positions of the flattened tensor.</summary>
        public Tensor take(Tensor index) => Aten.Call("aten::take", this, index);

        /// <summary>The elements at these positions of the flattened tensor.</summary>
        public Tensor take_along_dim(Tensor indices) => Aten.Call("aten::take_along_dim", this, indices);

        /// <summary>The elements at these positions of the dimension; shapes are broadcast.</summary>
        public Tensor take_along_dim(Tensor indices, long dim) => Aten.Call("aten::take_along_dim", this, indices, dim);

        /// <summary>The elements at these positions of the flattened tensor.</summary>
        public Tensor take_along_dim(IEnumerable<long> indices) => take_along_dim(tensor(indices.ToArray()));

        /// <summary>The elements at these positions of the dimension.</summary>
        public Tensor take_along_dim(IEnumerable<long> indices, long dim) => take_along_dim(tensor(indices.ToArray()), dim);

        /// <summary>The elements where the mask holds, in one dimension.</summary>
        public Tensor masked_select(Tensor mask) => Aten.Call("aten::masked_select", this, mask);

        /// <summary>The indices of the nonzero elements, one row for each.</summary>
        public Tensor nonzero() => Aten.Call("aten::nonzero", this);

        /// <summary>The indices of the nonzero elements, one tensor for each dimension.</summary>
        public IList<Tensor> nonzero_as_list() => Aten.CallList("aten::nonzero_numpy", this);

        /// <summary>The indices of the nonzero elements, one row for each.</summary>
        public Tensor argwhere() => Aten.Call("aten::argwhere", this);
    }
}
