namespace Espalier.Plugins.Data.Png;

/// <summary>Turns the stored rows of a picture into samples of 8 bits.</summary>
/// <param name="header">The picture's.</param>
/// <param name="palette">Red, green, blue per entry; empty where there is none.</param>
/// <param name="transparency">The tRNS chunk: opacity per entry, or the one value that is clear; empty where there is none.</param>
internal sealed class PngPixels(PngHeader header, byte[] palette, byte[] transparency)
{
    private readonly bool key = transparency.Length > 0 && header.Color is 0 or 2;

    /// <summary>Samples per pixel of the result.</summary>
    public int Channels => header.Color == 3 ? (transparency.Length > 0 ? 4 : 3) : header.Stored + (transparency.Length > 0 ? 1 : 0);

    /// <summary>Writes one pixel of a finished row.</summary>
    /// <param name="row">The row's stored bytes.</param>
    /// <param name="x">Which pixel of it.</param>
    /// <param name="target">Gets <see cref="Channels"/> bytes.</param>
    /// <exception cref="PngException">The palette has no such entry.</exception>
    public void Write(ReadOnlySpan<byte> row, int x, Span<byte> target)
    {
        if (header.Color == 3)
        {
            var entry = Sample(row, x);
            if ((entry * 3) + 3 > palette.Length)
            {
                throw new PngException($"a pixel is entry {entry} of a palette of {palette.Length / 3}");
            }

            palette.AsSpan(entry * 3, 3).CopyTo(target);
            if (transparency.Length > 0)
            {
                target[3] = entry < transparency.Length ? transparency[entry] : (byte)255;
            }

            return;
        }

        var clear = key;
        for (var c = 0; c < header.Stored; c++)
        {
            var sample = Sample(row, (x * header.Stored) + c);
            clear = clear && sample == ((transparency[2 * c] << 8) | transparency[(2 * c) + 1]);
            target[c] = header.Depth switch { 16 => (byte)(((sample * 255) + 32895) >> 16), 8 => (byte)sample, var d => (byte)(sample * 255 / ((1 << d) - 1)) };
        }

        if (transparency.Length > 0)
        {
            target[header.Stored] = clear ? (byte)0 : (byte)255;
        }
    }

    private int Sample(ReadOnlySpan<byte> row, int i) => header.Depth switch
    {
        8 => row[i],
        16 => (row[2 * i] << 8) | row[(2 * i) + 1],
        var depth => (row[i * depth / 8] >> (8 - depth - (i * depth % 8))) & ((1 << depth) - 1),
    };
}
