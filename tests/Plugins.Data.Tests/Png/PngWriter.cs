using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Espalier.Plugins.Data.Tests.Png;

/// <summary>Writes PNG files, right ones and wrong ones.</summary>
internal static class PngWriter
{
    public static byte[] Signature => [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A];

    public static byte[] Header(int width, int height, int depth, int color, bool interlaced = false)
    {
        var data = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(data, width);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), height);
        (data[8], data[9], data[12]) = ((byte)depth, (byte)color, (byte)(interlaced ? 1 : 0));
        return Chunk("IHDR", data);
    }

    public static byte[] Chunk(string kind, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(kind), .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(body));
        return [.. length, .. body, .. sum];
    }

    /// <summary>A whole file around rows that begin with their filter.</summary>
    public static byte[] Write(
        int width, int height, int depth, int color, byte[] rows, bool interlaced = false, byte[]? palette = null, byte[]? transparency = null)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(rows);
        }

        return
        [
            .. Signature, .. Header(width, height, depth, color, interlaced),
            .. palette is { Length: > 0 } ? Chunk("PLTE", palette) : [], .. transparency is null ? [] : Chunk("tRNS", transparency),
            .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", []),
        ];
    }

    /// <summary>Filtered rows of <see cref="References.Sample"/>.</summary>
    public static byte[] Rows(int width, int height, int channels, int depth, int filter, bool interlaced)
    {
        (int X, int Y, int Dx, int Dy)[] passes = interlaced
            ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
            : [(0, 0, 1, 1)];
        var result = new List<byte>();
        foreach (var (x0, y0, dx, dy) in passes.Where(pass => pass.X < width))
        {
            byte[]? above = null;
            for (var y = y0; y < height; y += dy)
            {
                var bits = new StringBuilder();
                for (var x = x0; x < width; x += dx)
                    for (var c = 0; c < channels; c++)
                    {
                        bits.Append(Convert.ToString(References.Sample(x, y, c, depth), 2).PadLeft(depth, '0'));
                    }

                bits.Append('0', (8 - (bits.Length % 8)) % 8);
                var row = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.ToString(i * 8, 8), 2)).ToArray();
                result.Add((byte)filter);
                result.AddRange(Filter(filter, row, above ?? new byte[row.Length], Math.Max(1, channels * depth / 8)));
                above = row;
            }
        }

        return [.. result];
    }

    private static IEnumerable<byte> Filter(int filter, byte[] row, byte[] above, int pixel) => row.Select((value, i) =>
    {
        int left = i < pixel ? 0 : row[i - pixel], up = above[i], corner = i < pixel ? 0 : above[i - pixel];
        var nearest = new[] { left, up, corner }.MinBy(candidate => Math.Abs(left + up - corner - candidate));
        return (byte)(value - filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => nearest });
    });

    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var bit in data.SelectMany(static b => Enumerable.Range(0, 8).Select(i => (uint)(b >> i) & 1)))
        {
            crc = (crc >> 1) ^ (((crc ^ bit) & 1) * 0xEDB88320);
        }

        return ~crc;
    }
}
