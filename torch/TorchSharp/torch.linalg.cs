using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra on the last two dimensions; the others are a batch.</summary>
    public static partial class linalg
    {
        /// <summary>The decomposition into orthogonal Q and upper triangular R.</summary>
        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) =>
            Aten.Call2("aten::linalg_qr", input, mode == QRMode.Reduced ? "reduced" : mode == QRMode.Complete ? "complete" : "r");

        /// <summary>The singular value decomposition: input = U diag(S) Vh, with S descending.</summary>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) =>
            Aten.Call3("aten::linalg_svd", input, fullMatrices);

        /// <summary>The singular values, descending.</summary>
        public static Tensor svdvals(Tensor input) => Aten.Call("aten::linalg_svdvals", input);

        /// <summary>Eigenvalues, ascending, and eigenvectors of symmetric matrices.</summary>
        /// <param name="input">Symmetric matrices.</param>
        /// <param name="UPLO">Which triangle is read, 'L' or 'U'.</param>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => Aten.Call2("aten::linalg_eigh", input, UPLO.ToString());

        /// <summary>Eigenvalues, ascending, of symmetric matrices.</summary>
        /// <param name="input">Symmetric matrices.</param>
        /// <param name="UPLO">Which triangle is read, 'L' or 'U'.</param>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Aten.Call("aten::linalg_eigvalsh", input, UPLO.ToString());

        /// <summary>The lower triangular factors of symmetric positive definite matrices.</summary>
        public static Tensor cholesky(Tensor input) => Aten.Call("aten::linalg_cholesky", input);

        /// <summary>The lower triangular factors, and for each matrix 0 or the first minor that is not positive definite.</summary>
        public static (Tensor L, Tensor info) cholesky_ex(Tensor input, bool check_errors = false) =>
            Aten.Call2("aten::linalg_cholesky_ex", input, false, check_errors);

        /// <summary>The decomposition input = P L U.</summary>
        public static (Tensor P, Tensor L, Tensor U) lu(Tensor input, bool pivot = true) => Aten.Call3("aten::linalg_lu", input, pivot);

        /// <summary>L and U in one matrix, and the rows exchanged; for <see cref="lu_solve"/>.</summary>
        public static (Tensor LU, Tensor Pivots) lu_factor(Tensor input, bool pivot = true) =>
            Aten.Call2("aten::linalg_lu_factor", input, pivot);

        /// <summary>Solves A X = B by the factors of A.</summary>
        public static Tensor lu_solve(Tensor LU, Tensor pivots, Tensor B, bool left = true, bool adjoint = false) =>
            Aten.Call("aten::linalg_lu_solve", LU, pivots, B, left, adjoint);

        /// <summary>Solves A X = B, or X A = B if not left.</summary>
        public static Tensor solve(Tensor A, Tensor B, bool left = true) => Aten.Call("aten::linalg_solve", A, B, left);

        /// <summary>Solves A X = B, and for each matrix tells 0 or where a pivot is zero.</summary>
        public static (Tensor result, Tensor info) solve_ex(Tensor A, Tensor B, bool left = true, bool check_errors = false) =>
            Aten.Call2("aten::linalg_solve_ex", A, B, left, check_errors);

        /// <summary>The least-squares solution of input X = other, with its residuals where the system is overdetermined.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other) =>
            LeastSquares(input, other, null);

        /// <summary>The least-squares solution of input X = other; singular values below rcond times the largest count as 0.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(
            Tensor input, Tensor other, double rcond) =>
            LeastSquares(input, other, rcond);

        /// <summary>The inverses of square matrices.</summary>
        public static Tensor inv(Tensor input) => Aten.Call("aten::linalg_inv", input);

        /// <summary>The inverses, and for each matrix 0 or where a pivot is zero.</summary>
        public static (Tensor L, Tensor info) inv_ex(Tensor input, bool check_errors = false) =>
            Aten.Call2("aten::linalg_inv_ex", input, check_errors);

        /// <summary>The pseudoinverses; singular values below atol and below rtol times the largest count as 0.</summary>
        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Aten.Call("aten::linalg_pinv.atol_rtol_float", input, atol, rtol, hermitian);

        /// <summary>The pseudoinverses; singular values below atol and below rtol times the largest count as 0.</summary>
        public static Tensor pinv(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            Aten.Call("aten::linalg_pinv.atol_rtol_tensor", input, atol, rtol, hermitian);

        private static (Tensor, Tensor, Tensor, Tensor) LeastSquares(Tensor input, Tensor other, double? rcond) =>
            Aten.Call4("aten::linalg_lstsq", input, other, rcond);
    }
}
