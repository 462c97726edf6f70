using Espalier.Criteria;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Plugins.Criteria;

/// <summary>
/// The sum of the distances to all other units of the same layer (FPGM, He et al. 2019, equation 6): the lowest is nearest to the geometric median, and the
/// others can best stand in for it.
/// </summary>
/// <param name="options">What counts.</param>
[PluginPart("fpgm")]
public sealed class FpgmCriterion(FpgmOptions options) : IImportanceCriterion
{
    /// <summary>How many distances are held at a time: all of a wide group's would take hundreds of megabytes.</summary>
    private const int Most = 1 << 20;

    private readonly UnitReduction units = new(options.Members, options.Reduction);

    /// <inheritdoc/>
    public string Name => "fpgm";

    /// <inheritdoc/>
    public CriterionNeeds Needs => CriterionNeeds.None;

    /// <inheritdoc/>
    public IReadOnlyList<double> Score(IStructureGroup group, ScoringContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var members = units.Members(group, context);
        return units.Join(group, members, [.. members.Select(member => Distances(member, context.Parameter(member.Parameter)))]);
    }

    // Units that hold different numbers of slices are of different kinds, such as the query-key pairs and the values of a fused attention, and have no distance.
    private static Tensor Distances(StructureMember member, Tensor weight)
    {
        using var scope = NewDisposeScope();
        var index = new UnitIndex(member);
        var counts = tensor(index.Counts.ToArray()).to(weight.device);
        var vectors = index.Gather(weight.detach().to(float64).transpose(0, member.Dimension).reshape(member.Width, -1)).reshape(index.Counts.Count, -1);

        // Distances from matrix products. Moved to their mean, near vectors keep their digits; in double precision, duplicates come out at 1e-7 of
        // their norm or less.
        vectors = vectors - vectors.mean([0], keepdim: true);
        var squares = vectors.square().sum(1);
        var sums = zeros_like(squares);
        var count = squares.shape[0];
        var rows = Math.Max(1, Most / count);
        for (var first = 0L; first < count; first += rows)
        {
            using var block = NewDisposeScope();
            var length = Math.Min(rows, count - first);
            var between = vectors.narrow(0, first, length).matmul(vectors.t()).mul_(-2).add_(squares.unsqueeze(0)).add_(squares.narrow(0, first, length).unsqueeze(1));
            between.diagonal(first).zero_();
            between.clamp_(min: 0).sqrt_().mul_(counts.narrow(0, first, length).unsqueeze(1) == counts.unsqueeze(0));
            sums.narrow(0, first, length).copy_(between.sum(1));
        }

        return sums.MoveToOuterDisposeScope();
    }
}
