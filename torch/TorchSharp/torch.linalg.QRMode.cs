namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>What a QR decomposition computes.</summary>
        public enum QRMode
        {
            /// <summary>Q with as many columns as the smaller size.</summary>
            Reduced = 0,

            /// <summary>A square Q.</summary>
            Complete = 1,

            /// <summary>Only R; Q is empty.</summary>
            R = 2,
        }
    }
}
