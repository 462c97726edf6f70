namespace Espalier.Planning;

/// <summary>What a layer does with its weight.</summary>
public enum LayerKind
{
    /// <summary>Anything else: a position table, a class token, a weight that is used in another way.</summary>
    Other,

    /// <summary>A linear layer.</summary>
    Linear,

    /// <summary>A convolution, also a transposed one or one in groups.</summary>
    Convolution,

    /// <summary>A convolution of each channel by itself.</summary>
    Depthwise,

    /// <summary>A normalisation with a scale or a shift.</summary>
    Norm,

    /// <summary>A table of embeddings.</summary>
    Embedding,
}
