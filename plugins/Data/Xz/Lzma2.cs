using System.Buffers.Binary;

namespace Espalier.Plugins.Data.Xz;

/// <summary>LZMA2: chunks of LZMA data or of plain bytes.</summary>
internal static class Lzma2
{
    /// <summary>Unpacks chunks up to the one that ends them.</summary>
    /// <param name="input">Begins with the first chunk.</param>
    /// <param name="output">Where the bytes go.</param>
    /// <returns>How much of the input the chunks take.</returns>
    /// <exception cref="XzException">The data are damaged, or cut off.</exception>
    public static int Unpack(ReadOnlySpan<byte> input, Output output)
    {
        var decoder = new LzmaDecoder();
        var (start, at) = (output.Length, 0);
        var (needsDictionary, needsProperties, needsState) = (true, true, true);
        while (true)
        {
            var control = Take(input, ref at, 1)[0];
            if (control == 0)
            {
                return at;
            }

            if (control is 1 or >= 0xE0)
            {
                (needsDictionary, start) = (false, output.Length);
            }
            else if (needsDictionary)
            {
                throw new XzException("the first LZMA2 chunk does not reset the dictionary");
            }

            if (control < 0x80)
            {
                if (control > 2)
                {
                    throw new XzException($"there is no LZMA2 chunk of kind {control}");
                }

                output.Add(Take(input, ref at, BinaryPrimitives.ReadUInt16BigEndian(Take(input, ref at, 2)) + 1));
                continue;
            }

            var count = ((control & 0x1F) << 16) + BinaryPrimitives.ReadUInt16BigEndian(Take(input, ref at, 2)) + 1;
            var packed = BinaryPrimitives.ReadUInt16BigEndian(Take(input, ref at, 2)) + 1;
            var reset = (control >> 5) & 3;
            if (reset >= 2)
            {
                decoder.SetProperties(Take(input, ref at, 1)[0]);
                (needsProperties, needsState) = (false, false);
            }
            else if (needsProperties || (needsState && reset == 0))
            {
                throw new XzException("an LZMA2 chunk builds on properties or a state that no chunk has set");
            }
            else if (reset == 1)
            {
                decoder.ResetState();
            }

            output.Reserve(count);
            decoder.Unpack(Take(input, ref at, packed), output, start, count);
        }
    }

    private static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> input, ref int at, int count)
    {
        if (count > input.Length - at)
        {
            throw new XzException("it ends in the middle of its data");
        }

        at += count;
        return input.Slice(at - count, count);
    }
}
