namespace Espalier.Weights;

/// <summary>What a model's weights may lack or have too many of; by default nothing.</summary>
public sealed record WeightLoadOptions
{
    /// <summary>Whether tensors of the model that the file lacks keep their values.</summary>
    public bool AllowMissing { get; init; }

    /// <summary>Whether tensors of the file that the model lacks are ignored.</summary>
    public bool AllowSurplus { get; init; }

    /// <summary>Whether NaN and infinite values are loaded.</summary>
    public bool AllowNonFinite { get; init; }
}
