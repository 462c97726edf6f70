using System.IO.Compression;
using Espalier.Data;

namespace Espalier.Plugins.Data.Png;

/// <summary>Reads PNG files (W3C specification, third edition) of every colour type and depth, interlaced or not; 16 bits become 8.
/// Colour profiles and gamma are not applied, as most training programs do not.</summary>
public static class PngReader
{
    // Deflate packs 1032 bytes into one at the most.
    private const long MostPacked = 1032;

    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>The picture in a file.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="maxPixels">Larger pictures are refused. Default: 2^26.</param>
    /// <exception cref="DataException">It is not a PNG file, is damaged or cut off, or too large.</exception>
    public static PngImage Read(ReadOnlySpan<byte> file, string name, int maxPixels = 1 << 26)
    {
        try
        {
            return Decode(PngChunks.Read(file, maxPixels));
        }
        catch (Exception exception) when (exception is PngException or InvalidDataException or EndOfStreamException)
        {
            var cause = exception is PngException ? exception.Message : "its pixels are damaged or cut off";
            throw new DataException($"{name}: {cause}. Replace the picture, or take it away.", exception);
        }
    }

    private static PngImage Decode(PngChunks chunks)
    {
        var header = chunks.Header;
        var pixels = new PngPixels(header, chunks.Palette, chunks.Transparency);
        if ((long)header.RowBytes(header.Width) * header.Height > (chunks.Packed.Length * MostPacked) + MostPacked)
        {
            throw new PngException($"{header.Width} x {header.Height} pixels cannot come out of {chunks.Packed.Length} packed bytes");
        }

        var samples = new byte[checked(header.Width * header.Height * pixels.Channels)];
        using var unpacked = new ZLibStream(chunks.Packed, CompressionMode.Decompress);
        foreach (var pass in header.Interlaced ? Adam7 : [(0, 0, 1, 1)])
        {
            Pass(unpacked, header, pixels, pass, samples);
        }

        return new PngImage(header.Width, header.Height, pixels.Channels, samples);
    }

    private static void Pass(
        ZLibStream unpacked, PngHeader header, PngPixels pixels, (int X, int Y, int StepX, int StepY) pass, byte[] samples)
    {
        var width = (header.Width - pass.X + pass.StepX - 1) / pass.StepX;
        if (width <= 0)
        {
            return;
        }

        var (row, above) = (new byte[header.RowBytes(width)], new byte[header.RowBytes(width)]);
        var pixelBytes = Math.Max(1, header.Stored * header.Depth / 8);
        for (var y = pass.Y; y < header.Height; y += pass.StepY)
        {
            var filter = unpacked.ReadByte();
            if (filter < 0)
            {
                throw new EndOfStreamException();
            }

            unpacked.ReadExactly(row);
            PngFilters.Undo((byte)filter, row, above, pixelBytes);
            for (var i = 0; i < width; i++)
            {
                pixels.Write(row, i, samples.AsSpan(((y * header.Width) + pass.X + (i * pass.StepX)) * pixels.Channels));
            }

            (row, above) = (above, row);
        }
    }
}
