namespace Espalier.Criteria;

/// <summary>What a criterion looks at, besides the weights.</summary>
[Flags]
public enum CriterionNeeds
{
    /// <summary>The weights alone: no data is needed.</summary>
    None = 0,

    /// <summary>The gradients of the loss with respect to the parameters, summed over calibration batches.</summary>
    Gradients = 1,

    /// <summary>The gradients of each calibration batch, one after the other: for squares of gradients.</summary>
    GradientsPerBatch = 2,

    /// <summary>The values that flow through the graph, for calibration batches.</summary>
    Activations = 4,
}
