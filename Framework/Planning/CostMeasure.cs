namespace Espalier.Planning;

/// <summary>What a budget counts.</summary>
public enum CostMeasure
{
    /// <summary>The units of the groups that may be cut: channels, neurons.</summary>
    Units,

    /// <summary>The numbers in all parameters that the model's evaluation uses, buffers left out.</summary>
    Parameters,

    /// <summary>The multiply-accumulate operations of one forward pass, by a <see cref="Counting.MacConvention"/>.</summary>
    Macs,
}
