using System.Buffers.Binary;

namespace Espalier.Plugins.Data.Png;

/// <summary>What the IHDR chunk says.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Depth">Bits per sample, or per index.</param>
/// <param name="Color">0: grey; 2: colour; 3: palette; 4: grey and opacity; 6: colour and opacity.</param>
/// <param name="Interlaced">Whether it comes in Adam7's seven passes.</param>
internal sealed record PngHeader(int Width, int Height, int Depth, int Color, bool Interlaced)
{
    /// <summary>Samples per pixel, as stored.</summary>
    public int Stored => Color switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <summary>Bytes that a row of so many pixels takes, without its filter byte.</summary>
    public int RowBytes(int width) => (int)((((long)width * Stored * Depth) + 7) / 8);

    /// <summary>Reads and checks the chunk.</summary>
    /// <param name="data">Of the chunk.</param>
    /// <param name="maxPixels">Larger pictures are refused.</param>
    /// <exception cref="PngException">It says what PNG does not allow, or is too large.</exception>
    public static PngHeader Read(ReadOnlySpan<byte> data, int maxPixels)
    {
        if (data.Length != 13)
        {
            throw new PngException($"its header has {data.Length} bytes, not 13");
        }

        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        if (width == 0 || height == 0 || (ulong)width * height > (ulong)maxPixels)
        {
            throw new PngException($"{width} x {height} pixels are none, or more than the {maxPixels} that are allowed");
        }

        int[] depths = data[9] switch { 0 => [1, 2, 4, 8, 16], 3 => [1, 2, 4, 8], 2 or 4 or 6 => [8, 16], _ => [] };
        if (!depths.Contains(data[8]) || data[10] != 0 || data[11] != 0 || data[12] > 1)
        {
            throw new PngException($"there is no form of PNG with depth {data[8]}, colour type {data[9]}, compression {data[10]}, filter {data[11]} and interlacing {data[12]}");
        }

        return new PngHeader((int)width, (int)height, data[8], data[9], data[12] == 1);
    }
}
