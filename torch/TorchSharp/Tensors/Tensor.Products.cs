using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Products of vectors and matrices.</content>
    public partial class Tensor
    {
        /// <summary>The matrix product of the last two dimensions; the rest are broadcast.</summary>
        public Tensor matmul(Tensor target) => Aten.Call("aten::matmul", this, target);

        /// <summary>The product of two matrices.</summary>
        public Tensor mm(Tensor target) => Aten.Call("aten::mm", this, target);

        /// <summary>The products of the matrices of two batches.</summary>
        public Tensor bmm(Tensor batch2) => Aten.Call("aten::bmm", this, batch2);

        /// <summary>The product of matrix and vector.</summary>
        public Tensor mv(Tensor target) => Aten.Call("aten::mv", this, target);

        /// <summary>The dot product of two vectors.</summary>
        public Tensor dot(Tensor target) => Aten.Call("aten::dot", this, target);

        /// <summary>The dot product of two vectors, the first one conjugated.</summary>
        public Tensor vdot(Tensor target) => Aten.Call("aten::vdot", this, target);

        /// <summary>The outer product of two vectors.</summary>
        public Tensor outer(Tensor vec2) => Aten.Call("aten::outer", this, vec2);

        /// <summary>The outer product of two vectors.</summary>
        public Tensor ger(Tensor vec2) => outer(vec2);

        /// <summary>The dot products along the last dimensions.</summary>
        public Tensor inner(Tensor vec2) => Aten.Call("aten::inner", this, vec2);

        /// <summary>The Kronecker product.</summary>
        public Tensor kron(Tensor other) => Aten.Call("aten::kron", this, other);

        /// <summary>beta this + alpha (mat1 mat2).</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            Aten.Call("aten::addmm", this, mat1, mat2, beta, alpha);

        /// <summary>beta this + alpha (mat1 mat2), in place.</summary>
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            Aten.CallInPlace("aten::addmm_", this, mat1, mat2, beta, alpha);

        /// <summary>beta this + alpha (mat vec).</summary>
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) =>
            Aten.Call("aten::addmv", this, mat, vec, beta, alpha);

        /// <summary>beta this + alpha (mat vec), in place.</summary>
        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) =>
            Aten.CallInPlace("aten::addmv_", this, mat, vec, beta, alpha);

        /// <summary>beta this + alpha (vec1 outer vec2).</summary>
        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) =>
            Aten.Call("aten::addr", this, vec1, vec2, beta, alpha);

        /// <summary>beta this + alpha (vec1 outer vec2), in place.</summary>
        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) =>
            Aten.CallInPlace("aten::addr_", this, vec1, vec2, beta, alpha);

        /// <summary>beta this + alpha (sum of the batch's products).</summary>
        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Aten.Call("aten::addbmm", this, batch1, batch2, beta, alpha);

        /// <summary>beta this + alpha (sum of the batch's products), in place.</summary>
        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Aten.CallInPlace("aten::addbmm_", this, batch1, batch2, beta, alpha);

        /// <summary>beta this + alpha (batch1 batch2), for each of the batch.</summary>
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Aten.Call("aten::baddbmm", this, batch1, batch2, beta, alpha);

        /// <summary>The products summed over the last dims dimensions of this and the first of b.</summary>
        public Tensor tensordot(Tensor b, long dims = 2) => tensordot(b, [.. Range(-dims, dims)], [.. Range(0, dims)]);

        /// <summary>The products summed over these dimensions of both.</summary>
        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) => Aten.Call("aten::tensordot", this, b, dims1, dims2);

        /// <summary>The products summed over these pairs of dimensions.</summary>
        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            tensordot(b, Array.ConvertAll(dims, pair => pair.Item1), Array.ConvertAll(dims, pair => pair.Item2));

        private static IEnumerable<long> Range(long start, long count) => Enumerable.Range(0, (int)count).Select(i => start + i);
    }
}
