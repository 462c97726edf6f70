using static TorchSharp.torch;

namespace Espalier.Plugins.Snp;

/// <summary>
/// How different each row of a weight is from all rows (SNP, arXiv 2404.11630, the figure of the method, panel c): <c>w_i = sum_l (1 - |cos(W_i, W_l)|)</c>
/// over all n rows, those of all heads together. Rows that resemble others score low and go first.
/// </summary>
/// <remarks>
/// With unit rows it is <c>n - sum_l |W_i . W_l|</c>: one Gram matrix, in float64. The cosine of a row of zeros is not defined, and the formula would keep such
/// rows; our choice is that they score minus infinity and go first.
/// </remarks>
public static class RedundancyScore
{
    /// <summary>Rows that are compared with all others at a time: the Gram matrix is symmetric, and never there as a whole.</summary>
    private const long Rows = 512;

    /// <summary>The scores of all rows.</summary>
    /// <param name="rows">[n, m].</param>
    /// <returns>float64 [n], from 0 to n - 1, or minus infinity.</returns>
    public static Tensor Of(Tensor rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var vectors = rows.detach().to(float64);
        var norms = vectors.square().sum(1, keepdim: true).sqrt_();
        var isZero = norms.eq(0);
        var units = vectors / norms.masked_fill(isZero, 1);
        return (rows.shape[0] - Alike(units)).masked_fill(isZero.squeeze(1), double.NegativeInfinity).MoveToOuterDisposeScope();
    }

    /// <summary>sum_l |W_i . W_l| for each row.</summary>
    private static Tensor Alike(Tensor units)
    {
        var count = units.shape[0];
        var sums = zeros(count, dtype: float64, device: units.device);
        for (var first = 0L; first < count; first += Rows)
        {
            using var scope = NewDisposeScope();
            var own = Math.Min(Rows, count - first);
            var products = units.narrow(0, first, own).matmul(units.narrow(0, first, count - first).t()).abs_();
            sums.narrow(0, first, own).add_(products.sum(1));
            if (first + own < count)
            {
                sums.narrow(0, first + own, count - first - own).add_(products.narrow(1, own, count - first - own).sum([0L]));
            }
        }

        return sums;
    }
}
