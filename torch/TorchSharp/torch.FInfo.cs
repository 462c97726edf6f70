namespace TorchSharp;

public static partial class torch
{
    /// <summary>The limits of a floating-point type.</summary>
    public readonly struct FInfo
    {
        /// <summary>The number of bits.</summary>
        public readonly int bits;

        /// <summary>The distance from 1 to the next number.</summary>
        public readonly double eps;

        /// <summary>The largest number.</summary>
        public readonly double max;

        /// <summary>The smallest number.</summary>
        public readonly double min;

        /// <summary>The smallest positive number of full precision.</summary>
        public readonly double tiny;

        internal FInfo(int bits, double eps, double max, double tiny)
        {
            this.bits = bits;
            this.eps = eps;
            this.max = max;
            min = -max;
            this.tiny = tiny;
        }
    }
}
