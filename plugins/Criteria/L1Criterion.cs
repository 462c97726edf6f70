using Espalier.Criteria;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Plugins.Criteria;

/// <summary>The sum of the absolute weights of a unit (Li et al. 2017).</summary>
/// <param name="options">What counts.</param>
[PluginPart("l1")]
public sealed class L1Criterion(MagnitudeOptions options) : IWeightCriterion
{
    private readonly UnitReduction units = options.Units;

    /// <inheritdoc/>
    public string Name => "l1";

    /// <inheritdoc/>
    public CriterionNeeds Needs => CriterionNeeds.None;

    /// <inheritdoc/>
    public IReadOnlyList<double> Score(IStructureGroup group, ScoringContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return units.Score(group, context, name => context.Parameter(name).abs());
    }

    /// <summary>|w|.</summary>
    /// <inheritdoc/>
    public Tensor ScoreWeights(string parameter, ScoringContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Parameter(parameter).abs();
    }
}
