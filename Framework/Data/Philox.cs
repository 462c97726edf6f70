namespace Espalier.Data;

/// <summary>Philox-4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011): random bits as a pure function of a
/// 128-bit counter and a 64-bit key. There is no state, so any number of a sequence can be had at once and from any thread.</summary>
public static class Philox
{
    private const uint MultiplierA = 0xD2511F53;
    private const uint MultiplierB = 0xCD9E8D57;
    private const uint WeylA = 0x9E3779B9;
    private const uint WeylB = 0xBB67AE85;

    /// <summary>The four words for a counter of four words, low first.</summary>
    public static (uint A, uint B, uint C, uint D) Block((uint A, uint B, uint C, uint D) counter, (uint Low, uint High) key)
    {
        var (a, b, c, d) = counter;
        var (low, high) = key;
        for (var round = 0; round < 10; round++)
        {
            var first = (ulong)MultiplierA * a;
            var second = (ulong)MultiplierB * c;
            (a, b, c, d) = ((uint)(second >> 32) ^ b ^ low, (uint)second, (uint)(first >> 32) ^ d ^ high, (uint)first);
            low += WeylA;
            high += WeylB;
        }

        return (a, b, c, d);
    }
}
