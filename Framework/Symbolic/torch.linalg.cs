using Espalier.Graphs;

namespace Espalier.Symbolic;

/// <content>What models use of TorchSharp's <c>torch.linalg</c>.</content>
public static partial class torch
{
    /// <summary>Norms, and products of vectors.</summary>
    public static class linalg
    {
        /// <summary>Euclidean norm of the vectors in the dimensions given, or of all.</summary>
        public static SymbolicTensor norm(SymbolicTensor input, Dim[]? dims = null, bool keepdim = false) =>
            vector_norm(input, 2, dims, keepdim);

        /// <summary>Norm of the vectors in one dimension.</summary>
        /// <exception cref="TraceException">The dimensions make matrices.</exception>
        public static SymbolicTensor norm(SymbolicTensor input, double ord, Dim[]? dims = null, bool keepdim = false) =>
            (dims?.Length ?? input.ndim) == 1
                ? vector_norm(input, ord, dims, keepdim)
                : throw new TraceException("linalg.norm of matrices has no trace. Use linalg.vector_norm, or mark the method [Opaque].");

        /// <summary>Norm of the vectors in the dimensions given, or of all.</summary>
        public static SymbolicTensor vector_norm(SymbolicTensor input, double ord = 2, Dim[]? dims = null, bool keepdim = false) =>
            input.Record("aten::linalg_vector_norm", input, ord, Dims.Optional(dims), keepdim);

        /// <summary>Product of several matrices, from left to right.</summary>
        public static SymbolicTensor multi_dot(IReadOnlyList<SymbolicTensor> tensors) => tensors.Aggregate((product, next) => product.matmul(next));

        /// <summary>Products of vectors along a dimension.</summary>
        public static SymbolicTensor vecdot(SymbolicTensor x, SymbolicTensor y, Dim? dim = null) => (x * y).sum(dim ?? -1);
    }
}
