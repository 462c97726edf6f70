using Espalier.Criteria;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Plugins.Criteria;

/// <summary>
/// How much the loss grows to second order when weights go, h w^2 / 2 (optimal brain damage, LeCun et al. 1990), with the diagonal of the Hessian h
/// estimated by the empirical Fisher information, the mean over samples of the squared gradient.
/// </summary>
/// <param name="options">Whose gradients, and what counts.</param>
[PluginPart("fisher")]
public sealed class FisherCriterion(FisherOptions options) : IWeightCriterion
{
    private readonly UnitReduction units = new(options.Members, options.Reduction, options.PerWeight);

    /// <inheritdoc/>
    public string Name => "fisher";

    /// <inheritdoc/>
    public CriterionNeeds Needs => CriterionNeeds.Gradients;

    /// <inheritdoc/>
    public ScoreAveraging Averaging => options.Averaging;

    /// <inheritdoc/>
    public IReadOnlyList<double> Score(IStructureGroup group, ScoringContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return units.Score(group, context, name => ScoreWeights(name, context));
    }

    /// <summary>(w g)^2 / 2.</summary>
    /// <inheritdoc/>
    public Tensor ScoreWeights(string parameter, ScoringContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        return (context.Parameter(parameter) * context.Gradient(parameter)).square().mul_(0.5).MoveToOuterDisposeScope();
    }
}
