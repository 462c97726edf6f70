using Espalier.Criteria;
using Espalier.Graphs;
using Espalier.Structures;

namespace Espalier.Plugins.Criteria;

/// <summary>
/// The size of the scale that a norm multiplies a channel with, |gamma| (network slimming, Liu et al. 2017): of batch norms, and likewise of instance, group and
/// layer norms. It tells most where training has pulled the scales towards zero.
/// </summary>
/// <param name="options">How several norms are joined.</param>
[PluginPart("bn-scale")]
public sealed class BnScaleCriterion(BnScaleOptions options) : IImportanceCriterion
{
    private readonly UnitReduction units = new(MemberScope.All, options.Reduction);

    /// <inheritdoc/>
    public string Name => "bn-scale";

    /// <inheritdoc/>
    public CriterionNeeds Needs => CriterionNeeds.None;

    /// <inheritdoc/>
    public IReadOnlyList<double> Score(IStructureGroup group, ScoringContext context)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(context);
        var scales = context.Model.Evaluation.Nodes.Select(ScaleOf).OfType<Value>().Select(value => value.Name).ToHashSet();
        var members = group.Members.Where(member => scales.Contains(member.Parameter)).ToArray();
        return members.Length > 0
            ? units.Score(group, members, name => context.Parameter(name).abs())
            : throw new CriterionException(
                $"No norm with a scale follows group '{group.Name}', so bn-scale cannot score it. Leave the group out, or choose another criterion for it: l2.");
    }

    private static Value? ScaleOf(Node node) => node.Operator switch
    {
        "aten::batch_norm" or "aten::instance_norm" => node.OptionalTensor(1),
        "aten::group_norm" or "aten::layer_norm" => node.OptionalTensor(2),
        _ => null,
    };
}
