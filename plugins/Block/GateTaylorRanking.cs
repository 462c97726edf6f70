using Espalier.Criteria;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Block;

/// <summary>
/// Gate sensitivity (Michel et al. 2019, arXiv 1905.10650, equation 2, for blocks): E |dL/dg| at g = 1 for the gate of x + g (y - x), where the block makes y of x, and
/// L is the cross entropy of one image.
/// </summary>
internal sealed class GateTaylorRanking(BlockPass pass) : IBlockRanking
{
    private readonly Dictionary<BlockUnit, double> scores = [];

    public IReadOnlyDictionary<BlockUnit, double> Scores => scores;

    public IEnumerable<BlockUnit> Order(IReadOnlyList<BlockUnit> units, CancellationToken cancellationToken)
    {
        var sums = new double[units.Count];
        var images = pass.Run(
            (interpreter, input, labels) =>
            {
                var gradients = Gradients(units, interpreter, input, labels);
                foreach (var (i, gradient) in gradients.Index())
                {
                    sums[i] += gradient.to(float64).abs().sum().item<double>();
                }
            },
            cancellationToken);
        foreach (var (i, unit) in units.Index())
        {
            scores[unit] = ScoreCheck.Finite("gate sensitivity", unit.Name, sums[i] / images);
        }

        return units.OrderBy(unit => scores[unit]);
    }

    /// <summary>dL/dg of each block, one number per image.</summary>
    internal static Tensor[] Gradients(IReadOnlyList<BlockUnit> units, Execution.Interpreter interpreter, Tensor input, Tensor labels)
    {
        using var grad = enable_grad();
        var gates = new Tensor[units.Count];
        var starts = new Tensor?[units.Count];
        foreach (var (i, unit) in units.Index())
        {
            if (unit.End.Rank == 0 || BatchGraphs.Counterpart(interpreter.Graph, unit.End).Shape[0] != input.shape[0])
            {
                throw new CriterionException($"What '{unit.Name}' makes has no dimension of images, so its gate cannot be looked at per image. Use another criterion.");
            }

            long[] shape = [input.shape[0], .. Enumerable.Repeat(1L, unit.End.Rank - 1)];
            gates[i] = ones(shape, dtype: unit.End.DType, device: input.device, requires_grad: true);
            interpreter.Observe(BatchGraphs.Counterpart(interpreter.Graph, unit.Start), tensor => starts[i] = tensor.detach());

            // At 1 the gate changes nothing; what it sees of the block is a constant, so that gates do not see one another.
            interpreter.Replace(BatchGraphs.Counterpart(interpreter.Graph, unit.End), tensor => tensor + ((gates[i] - 1) * (tensor.detach() - starts[i]!)));
        }

        var loss = nn.functional.cross_entropy(interpreter.Run(input)[0], labels, reduction: nn.Reduction.Sum);
        return [.. autograd.grad([loss], gates)];
    }
}
