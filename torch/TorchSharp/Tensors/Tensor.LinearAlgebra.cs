using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Determinants, inverses and factors of matrices; see also linalg.</content>
    public partial class Tensor
    {
        /// <summary>The sum of a matrix's diagonal.</summary>
        public Tensor trace() => Aten.Call("aten::trace", this);

        /// <summary>The determinants of square matrices.</summary>
        public Tensor det() => Aten.Call("aten::linalg_det", this);

        /// <summary>The logarithms of the determinants.</summary>
        public Tensor logdet() => Aten.Call("aten::logdet", this);

        /// <summary>The inverses of square matrices.</summary>
        public Tensor inverse() => Aten.Call("aten::linalg_inv", this);

        /// <summary>The pseudoinverses; singular values below rcond times the largest count as 0.</summary>
        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) => Aten.Call("aten::linalg_pinv", this, rcond, hermitian);

        /// <summary>The triangular factors of symmetric positive definite matrices.</summary>
        public Tensor cholesky(bool upper = false) => Aten.Call("aten::linalg_cholesky", this, upper);

        /// <summary>The inverse of the matrix whose Cholesky factor this is.</summary>
        public Tensor cholesky_inverse(bool upper = false) => Aten.Call("aten::cholesky_inverse", this, upper);

        /// <summary>Solves for this as the right-hand side, by the Cholesky factor input2.</summary>
        public Tensor cholesky_solve(Tensor input2, bool upper = false) => Aten.Call("aten::cholesky_solve", this, input2, upper);

        /// <summary>The n-th power of square matrices.</summary>
        public Tensor matrix_power(int n) => Aten.Call("aten::linalg_matrix_power", this, n);

        /// <summary>The exponentials of square matrices.</summary>
        public Tensor matrix_exp() => Aten.Call("aten::linalg_matrix_exp", this);

        /// <summary>The Vandermonde matrix of the elements, with N columns, or square.</summary>
        public Tensor vander(long N = -1, bool increasing = false) => Aten.Call("aten::vander", this, N < 0 ? (long?)null : N, increasing);
    }
}
