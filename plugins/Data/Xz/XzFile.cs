using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Espalier.Plugins.Data.Xz;

/// <summary>The .xz file format 1.2.0 with the LZMA2 filter, as <c>xz</c> writes it by default; every check sum is checked.</summary>
internal static class XzFile
{
    private const int HeaderSize = 12;
    private const ulong Lzma2Filter = 0x21;

    /// <summary>The bytes that were packed.</summary>
    /// <param name="packed">The whole file: one stream, or several one after another.</param>
    /// <param name="limit">The most bytes it may unpack to.</param>
    /// <exception cref="XzException">The file is damaged, cut off, too large, or uses what is not supported.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> packed, int limit)
    {
        var output = new Output(limit);
        var at = Stream(packed, output);
        while (at < packed.Length)
        {
            if (packed.Length - at >= 4 && packed.Slice(at, 4).IndexOfAnyExcept((byte)0) < 0)
            {
                at += 4;
                continue;
            }

            at += Stream(packed[at..], output);
        }

        return output.Bytes.AsSpan(0, output.Length).ToArray();
    }

    private static int Stream(ReadOnlySpan<byte> data, Output output)
    {
        if (data.Length < HeaderSize || !data.StartsWith((ReadOnlySpan<byte>)[0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]))
        {
            throw new XzException("it does not begin as an .xz file does");
        }

        CheckCrc32(data.Slice(6, 2), data.Slice(8, 4), "header");
        var check = CheckSize(data[6], data[7]);
        var (at, blocks) = (HeaderSize, new List<(ulong Packed, ulong Unpacked)>());
        while (Byte(data, at) != 0)
        {
            blocks.Add(Block(data, ref at, data[7], check, output));
        }

        var index = at;
        Index(data, ref at, blocks);
        var footer = Slice(data, at, HeaderSize);
        CheckCrc32(footer.Slice(4, 6), footer[..4], "footer");
        var backward = ((long)BinaryPrimitives.ReadUInt32LittleEndian(footer[4..]) + 1) * 4;
        if (!footer[10..].SequenceEqual("YZ"u8) || !footer.Slice(8, 2).SequenceEqual(data.Slice(6, 2)) || backward != at - index)
        {
            throw new XzException("its footer does not fit its header and index");
        }

        return at + HeaderSize;
    }

    private static (ulong Packed, ulong Unpacked) Block(ReadOnlySpan<byte> data, ref int at, byte kind, int checkSize, Output output)
    {
        var begin = at;
        var header = Slice(data, at, (data[at] + 1) * 4);
        CheckCrc32(header[..^4], header[^4..], "block header");
        var (flags, field) = (header[1], 2);
        var packedSize = (flags & 0x40) != 0 ? Number(header[..^4], ref field) : (ulong?)null;
        var unpackedSize = (flags & 0x80) != 0 ? Number(header[..^4], ref field) : (ulong?)null;
        var filter = Number(header[..^4], ref field);
        if ((flags & 0x3F) != 0 || filter != Lzma2Filter)
        {
            throw new XzException("it uses a filter besides LZMA2");
        }

        if (Number(header[..^4], ref field) != 1 || (Byte(header, field++) & 0xC0) != 0 || header[field..^4].IndexOfAnyExcept((byte)0) >= 0)
        {
            throw new XzException("a block header holds what it must not");
        }

        at += header.Length;
        var before = output.Length;
        var used = Lzma2.Unpack(data[at..], output);
        at += used;
        var unpacked = output.Length - before;
        if ((packedSize ?? (ulong)used) != (ulong)used || (unpackedSize ?? (ulong)unpacked) != (ulong)unpacked)
        {
            throw new XzException("a block has another size than its header says");
        }

        var length = at - begin;
        for (; (at - begin) % 4 != 0; at++)
        {
            if (Byte(data, at) != 0)
            {
                throw new XzException("the padding of a block is not zero");
            }
        }

        var sum = Slice(data, at, checkSize);
        if (!Sum(kind, output.Bytes.AsSpan(before, unpacked)).AsSpan().SequenceEqual(sum))
        {
            throw new XzException("the check sum of a block is wrong: the file is damaged");
        }

        at += checkSize;
        return ((ulong)(length + checkSize), (ulong)unpacked);
    }

    private static void Index(ReadOnlySpan<byte> data, ref int at, List<(ulong Packed, ulong Unpacked)> blocks)
    {
        var begin = at++;
        var fits = Number(data, ref at) == (ulong)blocks.Count;
        for (var i = 0; fits && i < blocks.Count; i++)
        {
            fits = Number(data, ref at) == blocks[i].Packed && Number(data, ref at) == blocks[i].Unpacked;
        }

        for (; (at - begin) % 4 != 0; at++)
        {
            fits &= Byte(data, at) == 0;
        }

        if (!fits)
        {
            throw new XzException("its index does not fit its blocks");
        }

        CheckCrc32(data[begin..at], Slice(data, at, 4), "index");
        at += 4;
    }

    private static int CheckSize(byte reserved, byte kind) => (reserved, kind) switch
    {
        (0, 0) => 0,
        (0, 1) => 4,
        (0, 4) => 8,
        (0, 10) => 32,
        _ => throw new XzException($"it uses the unknown check {kind}"),
    };

    private static byte[] Sum(byte kind, ReadOnlySpan<byte> data) => kind switch
    {
        0 => [],
        1 => Crc32.Hash(data),
        4 => Crc64Xz(data),
        _ => SHA256.HashData(data),
    };

    private static byte[] Crc64Xz(ReadOnlySpan<byte> data)
    {
        Span<ulong> table = stackalloc ulong[256];
        for (var i = 0; i < 256; i++)
        {
            var value = (ulong)i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value >> 1) ^ ((value & 1) * 0xC96C5795D7870F42);
            }

            table[i] = value;
        }

        var crc = ulong.MaxValue;
        foreach (var b in data)
        {
            crc = table[(byte)crc ^ b] ^ (crc >> 8);
        }

        var sum = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(sum, ~crc);
        return sum;
    }

    private static void CheckCrc32(ReadOnlySpan<byte> data, ReadOnlySpan<byte> sum, string part)
    {
        if (!Crc32.Hash(data).AsSpan().SequenceEqual(sum))
        {
            throw new XzException($"the check sum of its {part} is wrong: the file is damaged");
        }
    }

    private static ulong Number(ReadOnlySpan<byte> data, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var part = Byte(data, at++);
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new XzException("a number in it is too long");
    }

    private static byte Byte(ReadOnlySpan<byte> data, int at) => Slice(data, at, 1)[0];

    private static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> data, int at, int count) =>
        at <= data.Length - count ? data.Slice(at, count) : throw new XzException("it ends too early");
}
