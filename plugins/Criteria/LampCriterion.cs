using Espalier.Criteria;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Plugins.Criteria;

/// <summary>
/// The square of a weight over the sum of the squares of itself and all greater ones of its layer (LAMP, Lee et al. 2021, equation 4); for units, the same
/// of their squared norms within the group. Comparable across layers, and no layer is emptied: its greatest scores one.
/// </summary>
/// <param name="options">What counts.</param>
[PluginPart("lamp")]
public sealed class LampCriterion(MagnitudeOptions options) : IWeightCriterion
{
    private readonly UnitReduction units = options.Units;

    /// <inheritdoc/>
    public string Name => "lamp";

    /// <inheritdoc/>
    public CriterionNeeds Needs => CriterionNeeds.None;

    /// <inheritdoc/>
    public IReadOnlyList<double> Score(IStructureGroup group, ScoringContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ScoreNormalization.Lamp.Apply(units.Score(group, context, name => context.Parameter(name).square()));
    }

    /// <summary>The same over the elements of one parameter; among equals the lower index counts as the greater.</summary>
    /// <inheritdoc/>
    public Tensor ScoreWeights(string parameter, ScoringContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var weight = context.Parameter(parameter);
        var (squares, order) = weight.detach().to(float64).square().flatten().sort(0, descending: true, stable: true);
        var totals = squares.cumsum(0);
        var scores = squares / totals.masked_fill(totals == 0, 1);
        return zeros_like(scores).scatter_(0, order, scores).reshape(weight.shape).to(weight.dtype).MoveToOuterDisposeScope();
    }
}
