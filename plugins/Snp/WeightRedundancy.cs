using Espalier.Criteria;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp;

/// <summary>
/// Scores a group's units by the redundancy of the weight rows that make them. Where several layers make a group (a residual stream, a gated network), each
/// layer's scores are divided by their sum and the mean over the layers is taken: options of the authors' code name the two steps, that they are put together
/// in this way is our reading.
/// </summary>
/// <param name="parameters">The model's parameters by name.</param>
/// <param name="weights">The names of the weights of linear layers and convolutions; tables such as position embeddings do not count.</param>
/// <param name="withBias">Whether the bias is an entry of its row; the paper does not say, and by default it is not.</param>
internal sealed class WeightRedundancy(IReadOnlyDictionary<string, Tensor> parameters, IReadOnlySet<string> weights, bool withBias)
{
    /// <summary>One score per unit of the layer.</summary>
    /// <exception cref="CriterionException">No weight makes the units, or one is not finite.</exception>
    public double[] Score(SnpLayer layer)
    {
        var members = layer.Group.Members.Where(member => member.Role == MemberRole.Producer && weights.Contains(member.Parameter))
            .Select(member => (Member: member, Rows: layer.Units.Select(unit => member.Indices[unit]).ToArray()))
            .Where(pair => pair.Rows.Any(rows => rows.Length > 0)).ToArray();
        if (members.Length == 0)
        {
            throw new CriterionException($"No linear layer or convolution makes the units of '{layer.Name}': there are no rows to compare. Set its ratio to 0.");
        }

        var scores = Array.ConvertAll(members, pair => Score(pair.Member, pair.Rows));
        return members.Length == 1 ? scores[0] : Mean(scores);
    }

    /// <summary>
    /// For each layer that makes the rows of whole heads: how different a head's rows are from the others on average, from 0 (all are multiples of it) to 1 (it
    /// stands alone). A row of zeros counts as 0.
    /// </summary>
    /// <param name="layer">The rows that count.</param>
    /// <param name="heads">The heads; layers that make nothing of some of them are left out.</param>
    /// <exception cref="CriterionException">A weight is not finite.</exception>
    public IEnumerable<double[]> Parts(SnpLayer layer, IStructureGroup heads)
    {
        foreach (var member in layer.Group.Members.Where(member => member.Role == MemberRole.Producer && weights.Contains(member.Parameter)))
        {
            var rows = layer.Units.SelectMany(unit => member.Indices[unit]).ToHashSet();
            var own = heads.Members.FirstOrDefault(other => other.Parameter == member.Parameter && other.Dimension == member.Dimension && other.Role == MemberRole.Producer);
            if (own?.Indices.Select(indices => indices.Where(rows.Contains).ToArray()).ToArray() is { } split && split.All(indices => indices.Length > 0))
            {
                var others = (double)Math.Max(1, split.Sum(indices => indices.Length) - 1);
                yield return Array.ConvertAll(Score(member, split, 0), score => score / others);
            }
        }
    }

    private double[] Score(StructureMember member, int[][] units, double least = double.NegativeInfinity)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var weight = parameters[member.Parameter];
        var rows = weight.movedim([member.Dimension], [0]).flatten(1);
        if (withBias && Bias(member) is { } bias)
        {
            rows = cat([rows, bias.unsqueeze(1)], 1);
        }

        var indices = units.SelectMany(own => own).Select(index => (long)index).ToArray();
        var scores = RedundancyScore.Of(rows.index_select(0, tensor(indices, device: weight.device))).cpu().data<double>().ToArray();
        if (Array.Exists(scores, double.IsNaN))
        {
            throw new CriterionException($"'{member.Parameter}' holds weights that are not finite. Check the checkpoint before pruning.");
        }

        var next = 0;
        return [.. units.Select(own => own.Length == 0 ? double.NaN : Enumerable.Range(0, own.Length).Average(_ => Math.Max(least, scores[next++])))];
    }

    private Tensor? Bias(StructureMember member) =>
        member.Parameter.EndsWith(".weight", StringComparison.Ordinal)
        && parameters.TryGetValue(string.Concat(member.Parameter.AsSpan(0, member.Parameter.Length - "weight".Length), "bias"), out var bias)
        && bias.dim() == 1 && bias.shape[0] == member.Width
            ? bias
            : null;

    /// <summary>The mean over members of sum-normalised scores. A row of zeros adds nothing; a unit that is zero in every member goes first.</summary>
    private static double[] Mean(double[][] scores)
    {
        var result = new double[scores[0].Length];
        Array.Fill(result, double.NegativeInfinity);
        var counts = new int[result.Length];
        foreach (var member in scores)
        {
            var sum = member.Where(double.IsFinite).Sum();
            for (var i = 0; i < result.Length; i++)
            {
                counts[i] += double.IsNaN(member[i]) ? 0 : 1;
                if (double.IsFinite(member[i]))
                {
                    result[i] = (double.IsFinite(result[i]) ? result[i] : 0) + (sum > 0 ? member[i] / sum : 0);
                }
            }
        }

        return [.. result.Select((total, i) => total / Math.Max(1, counts[i]))];
    }
}
