using static TorchSharp.torch;

namespace Espalier.Criteria;

/// <summary>A criterion that can tell single weights apart, for masks within a weight: |w|, |w g|.</summary>
public interface IWeightCriterion : IImportanceCriterion
{
    /// <summary>Scores the elements of one parameter.</summary>
    /// <param name="parameter">The parameter's name in the <c>state_dict</c>.</param>
    /// <param name="context">Weights, and what the criterion's needs asked for.</param>
    /// <returns>A tensor of the parameter's shape, finite and not negative; the caller owns it.</returns>
    /// <exception cref="CriterionException">This criterion cannot score the parameter.</exception>
    Tensor ScoreWeights(string parameter, ScoringContext context);
}
