using static TorchSharp.torch;

namespace Espalier.Plugins.Snp;

/// <summary>
/// How much of the attention scores each query/key pair carries (SNP, arXiv 2404.11630, the figure of the method, panel a): with Q [N, d] and K [M, d] the
/// queries and keys of a head, Q K^T = sum_i Q_i K_i^T = sum_j s_j u_j v_j^T, and
/// <c>w_i = sum_{j &lt;= gamma} |cos(s_j u_j v_j^T, Q_i K_i^T)| = sum_{j &lt;= gamma} |u_j . Q_i| |v_j . K_i| / (||Q_i|| ||K_i||)</c>, from 0 to 1.
/// </summary>
/// <remarks>
/// The N x M product is never made: with thin QR decompositions Q = Qq Rq and K = Qk Rk, the singular vectors of Q K^T are Qq U and Qk V, those of the small
/// matrix Rq Rk^T being U and V, and every inner product above is one of columns of U, V, Rq and Rk. The SVD works on all leading dimensions at once, in float64.
/// The paper does not say how singular values that are zero count; their vectors are arbitrary, so here they do not count: gamma is at most the numerical rank.
/// </remarks>
public static class QueryKeyScore
{
    /// <summary>The triangular factors of tokens' coordinates: all that the score needs to know of them.</summary>
    /// <param name="tokens">[.., N, d] of any floating-point type.</param>
    /// <returns>float64 [.., min(N, d), d].</returns>
    public static Tensor Factor(Tensor tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        using var scope = NewDisposeScope();
        return linalg.qr(tokens.to(float64), linalg.QRMode.R).R.MoveToOuterDisposeScope();
    }

    /// <summary>The scores for every gamma.</summary>
    /// <param name="query">The factor of the queries, float64 [.., r, d].</param>
    /// <param name="key">The factor of the keys, float64 [.., s, d], the leading dimensions broadcast.</param>
    /// <param name="energy">
    /// The part of the squared singular values that counts, above 0 and at most 1: components beyond the first that reach it are left out. 1 leaves none out.
    /// </param>
    /// <returns>
    /// The table T [.., min(r, s), d] with T[gamma - 1, i] the score of pair i, and the singular values [.., min(r, s)], descending.
    /// A pair one of whose columns is zero scores 0.
    /// </returns>
    public static (Tensor Table, Tensor Singular) Table(Tensor query, Tensor key, double energy = 1)
    {
        using var scope = NewDisposeScope();
        var (u, singular, vh) = linalg.svd(query.matmul(key.transpose(-2, -1)), fullMatrices: false);
        var shares = u.transpose(-2, -1).matmul(query).abs_().mul_(vh.matmul(key).abs_());
        var norms = query.square().sum(-2, keepdim: true).sqrt_() * key.square().sum(-2, keepdim: true).sqrt_();
        shares = shares.div_(norms.masked_fill(norms.eq(0), 1)).mul_(Counted(singular, query, key, energy).unsqueeze(-1));
        return (shares.cumsum(-2).MoveToOuterDisposeScope(), singular.MoveToOuterDisposeScope());
    }

    /// <summary>The scores for one gamma.</summary>
    /// <param name="query">Queries [.., N, d].</param>
    /// <param name="key">Keys [.., M, d].</param>
    /// <param name="gamma">How many singular components count, at least 1; beyond the rank it changes nothing.</param>
    /// <returns>float64 [.., d].</returns>
    public static Tensor Of(Tensor query, Tensor key, int gamma)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(gamma, 1);
        using var scope = NewDisposeScope();
        var (table, _) = Table(Factor(query), Factor(key));
        return table.select(-2, Math.Min(gamma, table.shape[^2]) - 1).MoveToOuterDisposeScope();
    }

    /// <summary>1 for the components that count, 0 for the others: those beyond the numerical rank, and those beyond the energy asked for.</summary>
    private static Tensor Counted(Tensor singular, Tensor query, Tensor key, double energy)
    {
        var smallest = Math.Max(query.shape[^1], Math.Max(query.shape[^2], key.shape[^2])) * Math.ScaleB(1, -52);
        var counted = singular.gt(singular.narrow(-1, 0, 1) * smallest);
        if (energy < 1)
        {
            var squares = singular.square();
            var before = squares.cumsum(-1) - squares;
            counted = counted.logical_and(before.lt(squares.sum(-1, keepdim: true) * energy));
        }

        return counted.to(float64);
    }
}
