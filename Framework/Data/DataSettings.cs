namespace Espalier.Data;

/// <summary>How a recipe's images become batches.</summary>
public sealed record DataSettings
{
    /// <summary>Images per training batch, at least 1. Default: 128.</summary>
    public int Batch { get; init; } = 128;

    /// <summary>Images per evaluation batch, at least 1. Default: 500.</summary>
    public int EvaluationBatch { get; init; } = 500;

    /// <summary>How many batches are made ahead of their use. Default: 2.</summary>
    public int Prefetch { get; init; } = 2;

    /// <summary>null: the set's own.</summary>
    public Normalization? Normalization { get; init; }
}
