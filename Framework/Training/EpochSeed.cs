namespace Espalier.Training;

/// <summary>The seed of an epoch.</summary>
internal static class EpochSeed
{
    /// <summary>SplitMix64 of seed and epoch: neighbouring epochs get seeds that have nothing in common.</summary>
    public static long Of(long seed, int epoch)
    {
        var mixed = unchecked((ulong)seed + ((ulong)(epoch + 1) * 0x9E3779B97F4A7C15UL));
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL);
        return (long)((mixed ^ (mixed >> 31)) >> 1);
    }
}
