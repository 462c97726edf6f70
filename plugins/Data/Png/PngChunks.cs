using System.Buffers.Binary;

namespace Espalier.Plugins.Data.Png;

/// <summary>The parts of a PNG file that make up its picture; every check sum is checked.</summary>
/// <param name="Header">What IHDR says.</param>
/// <param name="Palette">PLTE; empty where there is none.</param>
/// <param name="Transparency">tRNS; empty where there is none.</param>
/// <param name="Packed">All IDAT together.</param>
internal sealed record PngChunks(PngHeader Header, byte[] Palette, byte[] Transparency, MemoryStream Packed)
{
    private const uint Ihdr = 0x49484452, Plte = 0x504C5445, Trns = 0x74524E53, Idat = 0x49444154, Iend = 0x49454E44;
    private const uint OptionalBit = 0x20000000;

    /// <summary>Takes a file apart.</summary>
    /// <exception cref="PngException">It is not a PNG file, is damaged or cut off.</exception>
    public static PngChunks Read(ReadOnlySpan<byte> file, int maxPixels)
    {
        if (!file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            throw new PngException("it does not begin as a PNG file does");
        }

        PngHeader? header = null;
        var (palette, transparency, packed) = (Array.Empty<byte>(), Array.Empty<byte>(), new MemoryStream());
        for (var at = 8; ;)
        {
            var kind = Next(file, ref at, out var data);
            if (kind == Iend)
            {
                break;
            }

            if (header is null != (kind == Ihdr))
            {
                throw new PngException("its header is not its first chunk, or comes twice");
            }

            switch (kind)
            {
                case Ihdr:
                    header = PngHeader.Read(data, maxPixels);
                    break;
                case Plte:
                    palette = data.Length is > 0 and <= 768 && data.Length % 3 == 0
                        ? data.ToArray()
                        : throw new PngException($"its palette has {data.Length} bytes");
                    break;
                case Trns:
                    transparency = data.ToArray();
                    break;
                case Idat:
                    packed.Write(data);
                    break;
                default:
                    if ((kind & OptionalBit) == 0)
                    {
                        throw new PngException($"it has a critical chunk of unknown kind 0x{kind:x8}");
                    }

                    break;
            }
        }

        if (header is null || packed.Length == 0 || (header.Color == 3 && palette.Length == 0))
        {
            throw new PngException("its header, its palette or its pixels are missing");
        }

        var expected = header.Color switch { 0 => 2, 2 => 6, _ => transparency.Length };
        if (transparency.Length > 0 && (transparency.Length != expected || header.Color is 4 or 6 || transparency.Length > 256))
        {
            throw new PngException($"{transparency.Length} bytes of transparency do not fit colour type {header.Color}");
        }

        packed.Position = 0;
        return new PngChunks(header, palette, transparency, packed);
    }

    private static uint Next(ReadOnlySpan<byte> file, ref int at, out ReadOnlySpan<byte> data)
    {
        if (file.Length - at < 12)
        {
            throw new PngException($"it is cut off at byte {file.Length}");
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
        if (length > (uint)(file.Length - at - 12))
        {
            throw new PngException($"the chunk at byte {at} is longer than the rest of the file");
        }

        var body = file.Slice(at + 4, (int)length + 4);
        if (Crc32.Of(body) != BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8 + (int)length)..]))
        {
            throw new PngException($"the check sum of the chunk at byte {at} is wrong: the file is damaged");
        }

        at += 12 + (int)length;
        data = body[4..];
        return BinaryPrimitives.ReadUInt32BigEndian(body);
    }
}
