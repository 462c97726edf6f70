namespace Espalier.Criteria;

/// <summary>
/// Over which part of the data a criterion is asked for scores. What it is asked for more than once is averaged, each part weighing as many samples as it
/// has. A score that is not linear in the gradient, such as its square or its size, differs between the three.
/// </summary>
public enum ScoreAveraging
{
    /// <summary>Once for all data: gradients are averaged first. Gradients of opposite signs cancel.</summary>
    Total,

    /// <summary>Once for each batch: scores are averaged over batches. Gradients cancel within a batch only.</summary>
    Batch,

    /// <summary>Once for each sample: scores are averaged over samples. Nothing cancels; as many backward passes as there are samples.</summary>
    Sample,
}
