using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Norms, ranks, determinants and products.</content>
    public static partial class linalg
    {
        /// <summary>The 2-norm of vectors, the Frobenius norm of matrices; of all elements where no dimensions are given.</summary>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) =>
            Aten.Call("aten::linalg_norm", input, Arg.None, dims, keepdim);

        /// <summary>The norm of the order.</summary>
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Aten.Call("aten::linalg_norm", input, ord, dims, keepdim);

        /// <summary>The norm of the order.</summary>
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            Aten.Call("aten::linalg_norm", input, ord, dims, keepdim);

        /// <summary>The matrix norm "fro" or "nuc".</summary>
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) =>
            Aten.Call("aten::linalg_norm.ord_str", input, ord, dims, keepdim);

        /// <summary>The vector norm of the order, of all elements where no dimensions are given.</summary>
        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) =>
            Aten.Call("aten::linalg_vector_norm", input, ord, dims, keepdim);

        /// <summary>The matrix norm "fro" or "nuc".</summary>
        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) =>
            Aten.Call("aten::linalg_matrix_norm.str_ord", input, ord, dims ?? [-2, -1], keepdim);

        /// <summary>The matrix norm of the order.</summary>
        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Aten.Call("aten::linalg_matrix_norm", input, ord, dims ?? [-2, -1], keepdim);

        /// <summary>The condition number by the 2-norm.</summary>
        public static Tensor cond(Tensor input) => Aten.Call("aten::linalg_cond", input);

        /// <summary>The condition number by the norm of the order.</summary>
        public static Tensor cond(Tensor input, double p) => Aten.Call("aten::linalg_cond", input, p);

        /// <summary>The condition number by the norm of the order.</summary>
        public static Tensor cond(Tensor input, int p) => Aten.Call("aten::linalg_cond", input, p);

        /// <summary>The condition number by the norm "fro" or "nuc".</summary>
        public static Tensor cond(Tensor input, string p) => Aten.Call("aten::linalg_cond.p_str", input, p);

        /// <summary>The rank; singular values below atol and below rtol times the largest count as 0.</summary>
        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Aten.Call("aten::linalg_matrix_rank.atol_rtol_float", input, atol, rtol, hermitian);

        /// <summary>The rank; singular values below atol and below rtol times the largest count as 0.</summary>
        public static Tensor matrix_rank(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            Aten.Call("aten::linalg_matrix_rank.atol_rtol_tensor", input, atol, rtol, hermitian);

        /// <summary>The determinants of square matrices.</summary>
        public static Tensor det(Tensor input) => input.det();

        /// <summary>The signs of the determinants and the logarithms of their absolute values.</summary>
        public static (Tensor, Tensor) slogdet(Tensor input) => torch.slogdet(input);

        /// <summary>The diagonals of matrices.</summary>
        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) => input.diagonal(offset, dim1, dim2);

        /// <summary>The exponentials of square matrices.</summary>
        public static Tensor matrix_exp(Tensor input) => input.matrix_exp();

        /// <summary>The product of the matrices, in the order that costs least.</summary>
        public static Tensor multi_dot(IList<Tensor> tensors) => Aten.Call("aten::linalg_multi_dot", ArrayOf(tensors));

        /// <summary>The cross products of vectors of three elements.</summary>
        public static Tensor cross(Tensor input, Tensor other, long dim = -1) => Aten.Call("aten::linalg_cross", input, other, dim);

        /// <summary>The dot products along the dimension.</summary>
        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1) => Aten.Call("aten::linalg_vecdot", x, y, dim);

        /// <summary>The Vandermonde matrix of the elements, with N columns, or square.</summary>
        public static Tensor vander(Tensor input, long? N = null) => Aten.Call("aten::linalg_vander", input, N);

        /// <summary>The product of Householder reflections: the first columns of the orthogonal matrix.</summary>
        public static Tensor householder_product(Tensor A, Tensor tau) => Aten.Call("aten::linalg_householder_product", A, tau);

        /// <summary>The inverse with respect to tensordot over the first ind dimensions.</summary>
        public static Tensor tensorinv(Tensor input, long ind) => Aten.Call("aten::linalg_tensorinv", input, ind);

        /// <summary>Solves tensordot(A, X) = B, after moving the dimensions of A to its end.</summary>
        public static Tensor tensorsolve(Tensor A, Tensor B, long[] dims) => Aten.Call("aten::linalg_tensorsolve", A, B, dims);
    }
}
