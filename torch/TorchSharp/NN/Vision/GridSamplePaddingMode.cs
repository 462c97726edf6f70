namespace TorchSharp;

public static partial class torch
{
    /// <summary>What lies outside an image.</summary>
    public enum GridSamplePaddingMode
    {
        /// <summary>Zeros.</summary>
        Zeros = 0,

        /// <summary>The image mirrored at its edge.</summary>
        Reflection = 1,

        /// <summary>The image's edge.</summary>
        Border = 2,
    }
}
