namespace TorchSharp;

/// <summary>What an input is padded with.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,

    /// <summary>The input mirrored at its edge, which is not repeated.</summary>
    Reflect = 1,

    /// <summary>The input's edge, repeated.</summary>
    Replicate = 2,

    /// <summary>The other end of the input.</summary>
    Circular = 3,

    /// <summary>One value.</summary>
    Constant = 4,
}
