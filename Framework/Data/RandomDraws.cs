namespace Espalier.Data;

/// <summary>A sequence of random numbers that is a pure function of (seed, epoch, use, position): nothing has to be saved to go on with it.
/// Numbers are <see cref="Philox"/>'s, with the seed as key and (index of the draw, position, epoch, use) as counter.</summary>
/// <param name="seed">The run's seed.</param>
/// <param name="epoch">From 0; the low 32 bits count.</param>
/// <param name="use">What the numbers are for.</param>
/// <param name="position">Which image or batch they are for; the low 56 bits count.</param>
public sealed class RandomDraws(long seed, long epoch, RandomUse use, ulong position)
{
    private (uint A, uint B, uint C, uint D) block;
    private uint drawn;
    private double? spare;

    /// <summary>32 random bits.</summary>
    public uint NextBits()
    {
        if (drawn % 4 == 0)
        {
            block = Philox.Block(
                (drawn / 4, (uint)position, (uint)epoch, ((uint)use & 0xFF) | ((uint)(position >> 32) << 8)),
                ((uint)seed, (uint)((ulong)seed >> 32)));
        }

        return (drawn++ % 4) switch { 0 => block.A, 1 => block.B, 2 => block.C, _ => block.D };
    }

    /// <summary>Evenly from [0, 1), in steps of 2^-53.</summary>
    public double NextDouble() => ((((ulong)NextBits() << 32) | NextBits()) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Evenly from [low, high).</summary>
    public double NextDouble(double low, double high) => low + ((high - low) * NextDouble());

    /// <summary>Evenly from 0 to below a bound (Lemire, arXiv 1805.10941: no bias).</summary>
    /// <param name="bound">At least 1.</param>
    public int NextBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var range = (uint)bound;
        var product = (ulong)NextBits() * range;
        for (var threshold = (0u - range) % range; (uint)product < threshold;)
        {
            product = (ulong)NextBits() * range;
        }

        return (int)(product >> 32);
    }

    /// <summary>From the normal distribution with mean 0 and deviation 1 (Box and Muller 1958).</summary>
    public double NextNormal()
    {
        if (spare is { } second)
        {
            spare = null;
            return second;
        }

        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        var (sin, cos) = Math.SinCos(2 * Math.PI * NextDouble());
        spare = radius * sin;
        return radius * cos;
    }

    /// <summary>From the Gamma distribution with scale 1 (Marsaglia and Tsang 2000).</summary>
    /// <param name="shape">Above 0.</param>
    public double NextGamma(double shape)
    {
        if (shape < 1)
        {
            return NextGamma(shape + 1) * Math.Pow(1 - NextDouble(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        while (true)
        {
            var x = NextNormal();
            var v = 1 + (x / Math.Sqrt(9 * d));
            v = v * v * v;
            if (v > 0 && Math.Log(1 - NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    /// <summary>From Beta(alpha, alpha), in [0, 1].</summary>
    /// <param name="alpha">Above 0.</param>
    public double NextBeta(double alpha)
    {
        var (a, b) = (NextGamma(alpha), NextGamma(alpha));
        return a + b > 0 ? a / (a + b) : NextBelow(2);
    }

    /// <summary>Puts items into a random order, every one equally likely (Fisher and Yates).</summary>
    public void Shuffle(long[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = NextBelow(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}
