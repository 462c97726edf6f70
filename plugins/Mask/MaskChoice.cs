using Espalier.Patterns;
using Espalier.Planning;
using static TorchSharp.torch;

namespace Espalier.Plugins.Mask;

/// <summary>Chooses the weights that stay, by their scores. Among equals the lower index stays.</summary>
internal sealed class MaskChoice(MaskOptions options, ISparsityPattern? pattern)
{
    /// <summary>The masks after a round.</summary>
    /// <param name="scores">The scores by the weight's name, each of the weight's shape, not negative.</param>
    /// <param name="round">The round, from 0.</param>
    /// <returns>Boolean tensors of the same shapes; the caller owns them.</returns>
    public IReadOnlyDictionary<string, Tensor> Masks(IReadOnlyDictionary<string, Tensor> scores, int round)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        if (pattern is not null)
        {
            return scores.ToDictionary(pair => pair.Key, pair => Gradual(pair.Value, pattern.BestMask(pair.Value), round).MoveToOuterDisposeScope());
        }

        var all = cat([.. scores.Values.Select(score => score.reshape(-1))], 0);
        var kept = Math.Max(1, (long)Math.Floor((all.numel() * (1 - options.Sparsity!.Value)) + 1e-9));
        var masks = Gradual(all, Highest(all, kept), round);
        var result = new Dictionary<string, Tensor>();
        var start = 0L;
        foreach (var (name, score) in scores)
        {
            result.Add(name, masks.narrow(0, start, score.numel()).reshape(score.shape).clone().MoveToOuterDisposeScope());
            start += score.numel();
        }

        return result;
    }

    /// <summary>Of what goes in the end, the best that may still stay in this round.</summary>
    private Tensor Gradual(Tensor score, Tensor goal, int round)
    {
        var stays = goal.sum().item<long>();
        var goes = goal.numel() - stays;
        var density = (double)stays / goal.numel();
        if (round >= options.Schedule.Rounds - 1 || goes == 0)
        {
            return goal;
        }

        var part = (1 - options.Schedule.PartAfter(round, density)) / (1 - density);
        var kept = stays + goes - (long)Math.Round(part * goes);
        return Highest(score.masked_fill(goal, double.PositiveInfinity).reshape(-1), kept).reshape(goal.shape);
    }

    private static Tensor Highest(Tensor scores, long count)
    {
        var order = scores.sort(0, descending: true, stable: true).Indices.narrow(0, 0, count);
        var mask = zeros(scores.shape, ScalarType.Bool, scores.device);
        return mask.scatter_(0, order, ones(order.shape, ScalarType.Bool, scores.device));
    }
}
