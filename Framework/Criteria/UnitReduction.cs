using Espalier.Structures;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Criteria;

/// <summary>Turns scores of weights into scores of units: adds up what a unit holds of a member, then joins the members.</summary>
/// <param name="scope">The members that count.</param>
/// <param name="reduction">How they are joined.</param>
/// <param name="perElement">Whether a sum is divided by the number of weights that it is over, so that units of different sizes compare.</param>
public sealed class UnitReduction(MemberScope scope = MemberScope.Producers, MemberReduction reduction = MemberReduction.Mean, bool perElement = false)
{
    /// <summary>The members that count. A group without producers begins with another parameter, such as a position table: its followers count instead.</summary>
    /// <exception cref="CriterionException">There are none.</exception>
    public IReadOnlyList<StructureMember> Members(IStructureGroup group, ScoringContext context)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(context);
        var parameters = group.Members.Where(member => context.IsParameter(member.Parameter)).ToArray();
        var chosen = parameters.Where(member => Counts(member.Role)).ToArray();
        if (chosen.Length == 0 && scope == MemberScope.Producers)
        {
            chosen = [.. parameters.Where(member => member.Role == MemberRole.Follower)];
        }

        return chosen.Length > 0 ? chosen : throw new CriterionException(
            $"Group '{group.Name}' has no parameter among its {scope.ToString().ToLowerInvariant()}. Let 'members' be 'all', or leave the group out.");
    }

    /// <summary>Scores units by the sum of what their weights score.</summary>
    /// <param name="group">The group.</param>
    /// <param name="context">Where the parameters come from.</param>
    /// <param name="weights">The scores of a parameter's elements, by its name: a tensor of its shape.</param>
    /// <param name="finish">What becomes of the sums over one member: a root, an absolute value. A tensor of one number per unit.</param>
    /// <returns>One score per unit.</returns>
    /// <exception cref="CriterionException">A unit holds nothing of the members that count, or a score is not finite.</exception>
    public double[] Score(IStructureGroup group, ScoringContext context, Func<string, Tensor> weights, Func<Tensor, Tensor>? finish = null) =>
        Score(group, Members(group, context), weights, finish);

    /// <summary>The same over members that the caller chose.</summary>
    public double[] Score(
        IStructureGroup group, IReadOnlyList<StructureMember> members, Func<string, Tensor> weights, Func<Tensor, Tensor>? finish = null)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(weights);
        using var noGrad = no_grad();
        using var disposal = NewDisposeScope();
        var sums = members.Select(member => UnitSums(member, weights(member.Parameter)));
        return Join(group, members, [.. finish is null ? sums : sums.Select(finish)]);
    }

    /// <summary>Joins the scores that units get from several members.</summary>
    /// <param name="group">The group.</param>
    /// <param name="members">The members.</param>
    /// <param name="scores">For each member one number per unit; what stands for units that hold nothing of the member is ignored.</param>
    /// <exception cref="CriterionException">A unit holds nothing of the members, or a score is not finite.</exception>
    public double[] Join(IStructureGroup group, IReadOnlyList<StructureMember> members, IReadOnlyList<Tensor> scores)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(members);
        using var noGrad = no_grad();
        using var disposal = NewDisposeScope();
        var all = stack([.. scores.Select(score => score.to(float64))], 0).cpu().contiguous();
        var values = all.data<double>().ToArray();
        var joined = new double[group.Count];
        for (var unit = 0; unit < group.Count; unit++)
        {
            joined[unit] = JoinUnit(group, members, values, unit);
        }

        return joined;
    }

    private double JoinUnit(IStructureGroup group, IReadOnlyList<StructureMember> members, double[] values, int unit)
    {
        var (total, greatest, count) = (0.0, double.NegativeInfinity, 0);
        for (var m = 0; m < members.Count; m++)
        {
            if (members[m].Indices[unit].Length == 0)
            {
                continue;
            }

            var value = values[(m * group.Count) + unit];
            if (!double.IsFinite(value))
            {
                throw new CriterionException(
                    $"Unit {unit} of group '{group.Name}' scores {value} by '{members[m].Parameter}': the weights, gradients or activations behind it are not "
                    + "finite. Load sound weights, or train with a lower learning rate before.");
            }

            total += value;
            greatest = Math.Max(greatest, value);
            count++;
        }

        return (count, reduction) switch
        {
            (0, _) => throw new CriterionException(
                $"Unit {unit} of group '{group.Name}' holds nothing of {string.Join(", ", members)}. Let 'members' be 'all', or leave the group out."),
            (_, MemberReduction.Sum) => total,
            (_, MemberReduction.Max) => greatest,
            _ => total / count,
        };
    }

    private Tensor UnitSums(StructureMember member, Tensor scores)
    {
        var others = Enumerable.Range(0, (int)scores.dim()).Where(d => d != member.Dimension).Select(d => (long)d).ToArray();
        var along = others.Length == 0 ? scores.to(float64) : scores.sum(others, type: float64);
        var index = new UnitIndex(member);
        var sums = index.Gather(along).sum(1);
        if (!perElement)
        {
            return sums;
        }

        var elements = scores.numel() / (double)member.Width;
        return sums / tensor(index.Counts.Select(count => Math.Max(1, count) * elements).ToArray()).to(sums.device);
    }

    private bool Counts(MemberRole role) => scope switch
    {
        MemberScope.Producers => role == MemberRole.Producer,
        MemberScope.Parameters => role != MemberRole.Consumer,
        MemberScope.Consumers => role == MemberRole.Consumer,
        _ => true,
    };
}
