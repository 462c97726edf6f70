namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Sizes for two dimensions.</summary>
        internal static long[] Sizes((long, long) sizes) => [sizes.Item1, sizes.Item2];

        /// <summary>Sizes for three dimensions.</summary>
        internal static long[] Sizes((long, long, long) sizes) => [sizes.Item1, sizes.Item2, sizes.Item3];

        /// <summary>Sizes for two dimensions, which may be left out.</summary>
        internal static long[] Sizes((long, long)? sizes, long otherwise) => Sizes(sizes ?? (otherwise, otherwise));

        /// <summary>Sizes for three dimensions, which may be left out.</summary>
        internal static long[] Sizes((long, long, long)? sizes, long otherwise) => Sizes(sizes ?? (otherwise, otherwise, otherwise));

        /// <summary>The same size in two dimensions.</summary>
        internal static long[] Square(long size) => [size, size];

        /// <summary>The same size in three dimensions.</summary>
        internal static long[] Cube(long size) => [size, size, size];
    }
}
