using Espalier.Attention;
using Espalier.Criteria;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp;

/// <summary>
/// What calibration images say about one attention: means over images, and over windows where there are any, of score tables, singular values and pair energies.
/// Of the images themselves nothing is kept but the triangular factors of the queries until the keys come.
/// </summary>
/// <remarks>That scores are made per image and then averaged is our choice; the paper does not say.</remarks>
internal sealed class AttentionStatistics(AttentionSite site, HeadMap map, Gamma gamma) : IDisposable
{
    private Tensor? query;
    private Tensor? key;
    private Tensor? table;
    private Tensor? singular;
    private Tensor? energy;
    private double images;

    public AttentionSite Site { get; } = site;

    public HeadMap Map { get; } = map;

    /// <summary>Looks at the queries of a batch.</summary>
    public void SeeQuery(Tensor tensor, long count)
    {
        query = Factor(Site, Site.Query, tensor, "queries");
        Combine(count);
    }

    /// <summary>Looks at the keys of a batch.</summary>
    public void SeeKey(Tensor tensor, long count)
    {
        key = Factor(Site, Site.Key, tensor, "keys");
        Combine(count);
    }

    /// <summary>Adds up the scores of the units of a group: each is the mean over the heads that share it.</summary>
    /// <param name="group">The group.</param>
    /// <param name="kept">How many pairs each head keeps.</param>
    /// <param name="sums">The sums so far, one per unit.</param>
    /// <param name="counts">How many terms each sum has.</param>
    public void AddScores(IStructureGroup group, int kept, double[] sums, int[] counts)
    {
        using var scope = NewDisposeScope();
        var mean = table! / images;
        var scores = mean.select(1, gamma.Row(kept, (int)mean.shape[1])).contiguous().data<double>().ToArray();
        for (var i = 0; i < scores.Length; i++)
        {
            if (Map.Units[i] is var (own, unit) && own.Name == group.Name)
            {
                sums[unit] += scores[i];
                counts[unit]++;
            }
        }
    }

    /// <summary>
    /// For each head ||A - A'||_F / ||A||_F, with A = Q K^T of all images together and A' what the pairs that are kept make of it. By the identity
    /// ||A - A'||_F^2 = sum over removed i, j of (Q_i . Q_j)(K_i . K_j) no product of tokens is needed.
    /// </summary>
    /// <param name="isKept">Whether a unit of a group is kept.</param>
    public double[] Errors(Func<IStructureGroup, int, bool> isKept)
    {
        using var scope = NewDisposeScope();
        var goes = new double[Map.Units.Length];
        for (var i = 0; i < goes.Length; i++)
        {
            goes[i] = Map.Units[i] is var (group, unit) && !isKept(group, unit) ? 1 : 0;
        }

        var removed = tensor(goes).reshape(Map.Heads, 1, Map.Width);
        var lost = removed.matmul(energy!).matmul(removed.transpose(1, 2)).reshape(-1);
        var total = energy!.sum([1L, 2L]);
        return (lost.clamp(min: 0) / total.masked_fill(total.eq(0), 1)).sqrt().data<double>().ToArray();
    }

    /// <summary>The singular values of Q K^T of each head, descending: the mean over images.</summary>
    public double[][] Spectra()
    {
        using var scope = NewDisposeScope();
        var mean = singular! / images;
        return [.. mean.contiguous().data<double>().ToArray().Chunk((int)mean.shape[1])];
    }

    public void Dispose()
    {
        foreach (var held in new[] { query, key, table, singular, energy })
        {
            held?.Dispose();
        }
    }

    /// <summary>The triangular factors of queries or keys, on the CPU.</summary>
    /// <exception cref="CriterionException">They are not finite.</exception>
    internal static Tensor Factor(AttentionSite site, AttentionTap tap, Tensor tensor, string what)
    {
        using var scope = NewDisposeScope();
        var factor = QueryKeyScore.Factor(tap.Turn(tensor)).cpu();
        return factor.isfinite().all().item<bool>()
            ? factor.DetachFromDisposeScope()
            : throw new CriterionException(
                $"The {what} of '{site.Scope}' are not finite for some calibration images: the weights or the images hold NaN or infinity, or activations "
                + "overflow. Check both before pruning.");
    }

    private void Combine(long count)
    {
        if (query is null || key is null)
        {
            return;
        }

        using var scope = NewDisposeScope();
        var (scores, values) = QueryKeyScore.Table(query, key, gamma.Energy);
        var pairs = query.transpose(-2, -1).matmul(query) * key.transpose(-2, -1).matmul(key);
        images += count;
        Add(ref table, scores, 2, count);
        Add(ref singular, values, 1, count);
        Add(ref energy, pairs, 2, count);
        query.Dispose();
        key.Dispose();
        (query, key) = (null, null);
    }

    /// <summary>Adds the mean over batch and windows, times the number of images.</summary>
    private void Add(ref Tensor? sum, Tensor value, int trailing, long count)
    {
        long[] others = [.. Enumerable.Range(0, (int)value.dim() - trailing).Where(d => !Map.HeadDimensions.Contains(d)).Select(d => (long)d)];
        var mean = others.Length == 0 ? value : value.mean(others);
        mean = mean.reshape([Map.Heads, .. value.shape[^trailing..]]) * count;
        if (sum is null)
        {
            sum = mean.DetachFromDisposeScope();
        }
        else
        {
            sum.add_(mean);
        }
    }
}
