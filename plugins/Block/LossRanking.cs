using Espalier.Criteria;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Block;

/// <summary>Greedy search: each time the block goes without which the mean cross entropy is lowest, given those that went before. With n blocks of which k go it takes about n k passes.</summary>
internal sealed class LossRanking(BlockPass pass) : IBlockRanking
{
    private readonly Dictionary<BlockUnit, double> scores = [];

    public IReadOnlyDictionary<BlockUnit, double> Scores => scores;

    public IEnumerable<BlockUnit> Order(IReadOnlyList<BlockUnit> units, CancellationToken cancellationToken)
    {
        var gone = new List<BlockUnit>();
        var left = units.ToList();
        var dense = ScoreCheck.Finite("loss", "the model as it is", LossWithout([], cancellationToken));
        while (left.Count > 0)
        {
            var losses = left.ToDictionary(unit => unit, unit => ScoreCheck.Finite("loss without", unit.Name, LossWithout([.. gone, unit], cancellationToken)));
            if (gone.Count == 0)
            {
                foreach (var (unit, loss) in losses)
                {
                    scores[unit] = loss - dense;
                }
            }

            var next = left.MinBy(unit => losses[unit])!;
            left.Remove(next);
            gone.Add(next);
            yield return next;
        }
    }

    /// <summary>The mean cross entropy of the model without some blocks.</summary>
    internal double LossWithout(IReadOnlyList<BlockUnit> gone, CancellationToken cancellationToken)
    {
        var sum = 0.0;
        var images = pass.Run(
            (interpreter, input, labels) =>
            {
                using var noGrad = no_grad();
                foreach (var branch in gone.SelectMany(unit => unit.Branches))
                {
                    Tensor? shortcut = null;
                    interpreter.Observe(BatchGraphs.Counterpart(interpreter.Graph, branch.Shortcut), tensor => shortcut = tensor.alias());
                    interpreter.Replace(BatchGraphs.Counterpart(interpreter.Graph, branch.Sum.Output), _ => shortcut!);
                }

                sum += nn.functional.cross_entropy(interpreter.Run(input)[0].to(float64), labels, reduction: nn.Reduction.Sum).item<double>();
            },
            cancellationToken);
        return sum / images;
    }
}
