namespace Espalier.Runs;

/// <summary>The seeds of a run's parts, each from the recipe's seed and the part's number.</summary>
public static class RunSeeds
{
    /// <summary>The seed of the model's first weights.</summary>
    public static long OfModel(long seed) => Of(seed, 0);

    /// <summary>The seed of a step.</summary>
    /// <param name="seed">The recipe's.</param>
    /// <param name="step">The step, from 0.</param>
    public static long OfStep(long seed, int step) => Of(seed, step + 1);

    // SplitMix64's output for the seed at that place of its sequence (Steele, Lea and Flood 2014), without the sign.
    private static long Of(long seed, int index)
    {
        unchecked
        {
            var z = (ulong)seed + ((ulong)(index + 1) * 0x9E3779B97F4A7C15UL);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return (long)((z ^ (z >> 31)) >> 1);
        }
    }
}
