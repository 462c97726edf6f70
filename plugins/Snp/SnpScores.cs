using Espalier.Graphs;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp;

/// <summary>The scores of all units that SNP ranks; weights are compared when a group is first asked for.</summary>
internal sealed class SnpScores(TracedModel model, SnpLayers layers, IReadOnlyList<AttentionStatistics> statistics, bool withBias)
{
    private readonly WeightRedundancy redundancy = new(Parameters(model.Module), layers.Weights, withBias);
    private readonly Dictionary<string, double[]> known = new(StringComparer.Ordinal);

    /// <summary>The units' scores, comparable within each row; the lowest go.</summary>
    /// <param name="group">The group.</param>
    /// <param name="kept">How many units of a row are kept; it is gamma where that follows from it.</param>
    public double[] Of(IStructureGroup group, int kept)
    {
        var result = new double[group.Count];
        foreach (var layer in layers.Of(group))
        {
            var scores = layer.Kind == SnpKind.Qk ? Pairs(layer, kept) : Redundancy(layer);
            for (var i = 0; i < scores.Length; i++)
            {
                result[layer.Units[i]] = scores[i];
            }
        }

        return result;
    }

    private double[] Redundancy(SnpLayer layer)
    {
        if (!known.TryGetValue(layer.Name, out var scores))
        {
            known.Add(layer.Name, scores = redundancy.Score(layer));
        }

        return scores;
    }

    private double[] Pairs(SnpLayer layer, int kept)
    {
        var (sums, counts) = (new double[layer.Group.Count], new int[layer.Group.Count]);
        foreach (var site in statistics)
        {
            site.AddScores(layer.Group, kept, sums, counts);
        }

        return [.. layer.Units.Select(unit => sums[unit] / Math.Max(1, counts[unit]))];
    }

    private static Dictionary<string, Tensor> Parameters(nn.Module module)
    {
        var result = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var (name, tensor) in module.named_parameters())
        {
            result.TryAdd(name, tensor);
        }

        return result;
    }
}
