namespace Espalier.Criteria;

/// <summary>What a criterion looks at, besides the weights.</summary>
[Flags]
public enum CriterionNeeds
{
    /// <summary>The weights alone: no data is needed.</summary>
    None = 0,

    /// <summary>The gradients of the loss with respect to the parameters: <see cref="ScoringContext.Gradient"/>.</summary>
    Gradients = 1,

    /// <summary>How strong each input of each linear layer and convolution is: <see cref="ScoringContext.InputNorm"/>.</summary>
    InputNorms = 2,

    /// <summary>The values that <see cref="IImportanceCriterion.Watch"/> names: <see cref="ScoringContext.Activation"/>.</summary>
    Activations = 4,

    /// <summary>The gradients of the loss with respect to those values: <see cref="ScoringContext.ActivationGradient"/>.</summary>
    ActivationGradients = 8,
}
