namespace TorchSharp;

public static partial class torch
{
    /// <summary>How values between elements are found.</summary>
    public enum GridSampleMode
    {
        /// <summary>The nearest element.</summary>
        Nearest = 0,

        /// <summary>Linear between the elements around.</summary>
        Bilinear = 2,
    }
}
