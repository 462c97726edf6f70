using Espalier.Criteria;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Plugins.Criteria;

/// <summary>How much the loss changes to first order when a unit goes (Molchanov et al. 2017 and 2019): from weight times gradient.</summary>
/// <remarks>
/// With w the weights of a unit in one member and g the mean gradient of a part of the data (all, a batch, a sample), the score is the mean over the parts of
/// sum |w g| or |sum w g|. The gate form over consumers, averaged over samples, is the head sensitivity of Michel et al. 2019.
/// </remarks>
/// <param name="options">Form, averaging, and what counts.</param>
[PluginPart("taylor")]
public sealed class TaylorCriterion(TaylorOptions options) : IWeightCriterion
{
    private readonly UnitReduction units = new(options.Members, options.Reduction, options.PerWeight);

    /// <inheritdoc/>
    public string Name => "taylor";

    /// <inheritdoc/>
    public CriterionNeeds Needs => CriterionNeeds.Gradients;

    /// <inheritdoc/>
    public ScoreAveraging Averaging => options.Averaging;

    /// <inheritdoc/>
    public IReadOnlyList<double> Score(IStructureGroup group, ScoringContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return options.Form == TaylorForm.Gate
            ? units.Score(group, context, name => context.Parameter(name) * context.Gradient(name), sums => sums.abs())
            : units.Score(group, context, name => ScoreWeights(name, context));
    }

    /// <summary>|w g|.</summary>
    /// <inheritdoc/>
    public Tensor ScoreWeights(string parameter, ScoringContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var noGrad = no_grad();
        return (context.Parameter(parameter) * context.Gradient(parameter)).abs_();
    }
}
