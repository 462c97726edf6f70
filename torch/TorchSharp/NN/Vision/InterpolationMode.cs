namespace TorchSharp;

public static partial class torch
{
    /// <summary>How an image is brought to another size.</summary>
    public enum InterpolationMode
    {
        /// <summary>The nearest element.</summary>
        Nearest = 0,

        /// <summary>Linear, in one dimension.</summary>
        Linear = 1,

        /// <summary>Linear, in two dimensions.</summary>
        Bilinear = 2,

        /// <summary>Cubic, in two dimensions.</summary>
        Bicubic = 3,

        /// <summary>Linear, in three dimensions.</summary>
        Trilinear = 4,

        /// <summary>Means over areas.</summary>
        Area = 5,

        /// <summary>The nearest element, by its centre.</summary>
        NearestExact = 6,
    }
}
