namespace Espalier.Plugins.Data.Xz;

/// <summary>Probabilities of LZMA's length codes: eight, eight and 256 lengths, the first two by the position's low bits.</summary>
internal sealed class LzmaLengths
{
    /// <summary>Beyond the first eight; beyond the first sixteen.</summary>
    public readonly ushort[] Choice = new ushort[2];

    /// <summary>Lengths 0 to 7, by position.</summary>
    public readonly ushort[] Low = new ushort[16 * 8];

    /// <summary>Lengths 8 to 15, by position.</summary>
    public readonly ushort[] Middle = new ushort[16 * 8];

    /// <summary>Lengths 16 to 271.</summary>
    public readonly ushort[] High = new ushort[256];

    /// <summary>All even.</summary>
    public void Reset()
    {
        foreach (var part in (ushort[][])[Choice, Low, Middle, High])
        {
            part.AsSpan().Fill(RangeDecoder.Even);
        }
    }
}
