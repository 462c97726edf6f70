using System.Buffers.Binary;

namespace Espalier.Plugins.Data;

/// <summary>CRC-32 (ISO 3309), as PNG and xz have it.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = Make();

    /// <summary>The check sum of some bytes, of which the first may come apart from the rest.</summary>
    public static uint Of(ReadOnlySpan<byte> first, ReadOnlySpan<byte> rest = default) => ~Add(Add(uint.MaxValue, first), rest);

    /// <summary>The check sum, lowest byte first.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> data)
    {
        var sum = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(sum, Of(data));
        return sum;
    }

    private static uint Add(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var b in data)
        {
            crc = Table[(byte)crc ^ b] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint[] Make()
    {
        var table = new uint[256];
        for (var i = 0u; i < 256; i++)
        {
            table[i] = i;
            for (var bit = 0; bit < 8; bit++)
            {
                table[i] = (table[i] >> 1) ^ ((table[i] & 1) * 0xEDB88320);
            }
        }

        return table;
    }
}
