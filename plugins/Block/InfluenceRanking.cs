using Espalier.Criteria;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Block;

/// <summary>
/// Block influence (ShortGPT, arXiv 2403.03853, equation 1): 1 - E cos(x, y) with a position's features x before and y after the block, in float64. Where both are zero the cosine is 1,
/// where one is, 0.
/// </summary>
internal sealed class InfluenceRanking(BlockPass pass) : IBlockRanking
{
    private readonly Dictionary<BlockUnit, double> scores = [];

    public IReadOnlyDictionary<BlockUnit, double> Scores => scores;

    public IEnumerable<BlockUnit> Order(IReadOnlyList<BlockUnit> units, CancellationToken cancellationToken)
    {
        var sums = new double[units.Count];
        int[] features = [.. units.Select(unit => unit.FeatureDimension(pass.Structure))];
        var images = pass.Run(
            (interpreter, input, _) =>
            {
                using var noGrad = no_grad();
                var starts = new Tensor?[units.Count];
                foreach (var (i, unit) in units.Index())
                {
                    interpreter.Observe(BatchGraphs.Counterpart(interpreter.Graph, unit.Start), tensor => starts[i] = tensor.alias());
                    interpreter.Observe(BatchGraphs.Counterpart(interpreter.Graph, unit.End), tensor =>
                    {
                        sums[i] += input.shape[0] * Similarity(starts[i]!, tensor, features[i]);
                        starts[i]!.Dispose();
                    });
                }

                interpreter.Run(input);
            },
            cancellationToken);
        foreach (var (i, unit) in units.Index())
        {
            scores[unit] = ScoreCheck.Finite("influence", unit.Name, 1 - (sums[i] / images));
        }

        return units.OrderBy(unit => scores[unit]);
    }

    /// <summary>The mean cosine over all positions.</summary>
    internal static double Similarity(Tensor before, Tensor after, int dimension)
    {
        using var scope = NewDisposeScope();
        var (x, y) = (before.to(float64), after.to(float64));
        var (xx, yy) = (x.square().sum(dimension), y.square().sum(dimension));
        var norms = (xx * yy).sqrt();
        var cosine = ((x * y).sum(dimension) / norms).clamp(-1, 1);
        var empty = xx.eq(0).logical_and(yy.eq(0));
        return where(norms.eq(0), empty.to(float64), cosine).mean().item<double>();
    }
}
