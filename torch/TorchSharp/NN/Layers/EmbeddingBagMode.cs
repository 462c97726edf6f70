namespace TorchSharp;

/// <summary>What becomes of a bag's vectors.</summary>
public enum EmbeddingBagMode
{
    /// <summary>Their sum.</summary>
    Sum = 0,

    /// <summary>Their mean.</summary>
    Mean = 1,

    /// <summary>Their largest elements.</summary>
    Max = 2,
}
