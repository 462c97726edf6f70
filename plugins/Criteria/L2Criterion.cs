using Espalier.Criteria;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Plugins.Criteria;

/// <summary>The Euclidean norm of the weights of a unit; with <see cref="MagnitudeOptions.PerWeight"/>, their root mean square.</summary>
/// <param name="options">What counts.</param>
[PluginPart("l2")]
public sealed class L2Criterion(MagnitudeOptions options) : IWeightCriterion
{
    private readonly UnitReduction units = options.Units;

    /// <inheritdoc/>
    public string Name => "l2";

    /// <inheritdoc/>
    public CriterionNeeds Needs => CriterionNeeds.None;

    /// <inheritdoc/>
    public IReadOnlyList<double> Score(IStructureGroup group, ScoringContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return units.Score(group, context, name => context.Parameter(name).square(), sums => sums.sqrt());
    }

    /// <summary>|w|: the norm of a single weight.</summary>
    /// <inheritdoc/>
    public Tensor ScoreWeights(string parameter, ScoringContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Parameter(parameter).abs();
    }
}
