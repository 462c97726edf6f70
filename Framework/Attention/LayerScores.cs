using Espalier.Execution;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Attention;

/// <summary>Adds up, image by image, how far one layer's attention scores are from those of the dense model.</summary>
/// <param name="name">The layer's name.</param>
/// <param name="keptOf">By the number of dense heads, which of them are left; null where that is not known.</param>
internal sealed class LayerScores(string name, Func<int, IReadOnlyList<int>?> keptOf)
{
    private readonly Factors dense = new();
    private readonly Factors pruned = new();
    private double[]? difference;
    private double[] whole = [];
    private bool isUnknown;

    /// <summary>Takes the queries and keys of one of the two models at each of its runs.</summary>
    public void Observe(Interpreter interpreter, AttentionSite site, bool isDense)
    {
        var factors = isDense ? dense : pruned;
        interpreter.Observe(site.Query.Value, tensor => factors.Query = site.Query.Turn(tensor).to(float64));
        interpreter.Observe(site.Key.Value, tensor => factors.Key = site.Key.Turn(tensor).to(float64));
    }

    /// <summary>Adds an image that both models have run on.</summary>
    public void Next()
    {
        using var scope = NewDisposeScope();
        var before = dense.Scores()!;
        var heads = (int)before.shape[1];
        difference ??= new double[heads];
        whole = whole.Length == 0 ? new double[heads] : whole;
        var (after, kept) = (pruned.Scores(), (IReadOnlyList<int>)[]);
        if (after is not null)
        {
            kept = after.shape[1] == heads ? [.. Enumerable.Range(0, heads)] : keptOf(heads) ?? [];
            isUnknown |= after.shape[1] != kept.Count || after.shape[0] != before.shape[0] || !after.shape.AsSpan(2).SequenceEqual(before.shape.AsSpan(2));
        }

        if (isUnknown)
        {
            return;
        }

        // A head that is gone has lost all of its scores.
        var left = after is null || kept.Count < heads ? zeros_like(before) : after;
        if (after is not null && kept.Count < heads)
        {
            left.index_copy_(1, tensor(kept.Select(head => (long)head).ToArray(), device: before.device), after);
        }

        Add(difference, before - left);
        Add(whole, before);
    }

    /// <summary>The errors over all images; null where heads cannot be told apart.</summary>
    public AttentionScoreError? Result() => isUnknown || difference is null
        ? null
        : new AttentionScoreError(name, [.. difference.Zip(whole, (part, all) => part == 0 ? 0 : Math.Sqrt(part / Math.Max(all, double.Epsilon)))]);

    private static void Add(double[] sums, Tensor scores)
    {
        var own = scores.square().sum([0L, 2L, 3L]).cpu().data<double>().ToArray();
        for (var head = 0; head < sums.Length; head++)
        {
            sums[head] += own[head];
        }
    }

    private sealed class Factors
    {
        public Tensor? Query { get; set; }

        public Tensor? Key { get; set; }

        /// <summary>Q K^T as [windows, heads, N, M]; null where the model does not attend here.</summary>
        public Tensor? Scores()
        {
            if (Query is null || Key is null)
            {
                return null;
            }

            var scores = Query.matmul(Key.transpose(-2, -1));
            return scores.reshape(AttentionProbe.Windows(scores), -1, scores.shape[^2], scores.shape[^1]);
        }
    }
}
