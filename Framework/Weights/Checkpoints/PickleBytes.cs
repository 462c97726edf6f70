using System.Buffers.Binary;
using System.Text;

namespace Espalier.Weights.Checkpoints;

/// <summary>Walks over the bytes of a pickle; whatever a number in it says, no more is allocated than the file holds.</summary>
internal sealed class PickleBytes(MappedFile file, long start, long end)
{
    private const int LongestLine = 1 << 16;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] window = new byte[(int)Math.Min(4096, Math.Max(end - start, 0))];
    private long windowStart;
    private int windowLength;

    /// <summary>Where the next byte lies in the file.</summary>
    public long Position { get; private set; } = start;

    public byte Byte()
    {
        if (Position - windowStart >= windowLength || Position < windowStart)
        {
            Need(1);
            windowStart = Position;
            windowLength = (int)Math.Min(window.Length, end - Position);
            file.Read(Position, window.AsSpan(0, windowLength));
        }

        return window[Position++ - windowStart];
    }

    public byte[] Bytes(ulong count)
    {
        Need(count);
        if (count > int.MaxValue / 2)
        {
            throw Error("A single value of more than 1 GiB is not read.", MappedFile.Damaged);
        }

        var bytes = file.Bytes(Position, (int)count);
        Position += (long)count;
        return bytes;
    }

    public ushort UInt16() => (ushort)(Byte() | (Byte() << 8));

    public uint UInt32() => UInt16() | ((uint)UInt16() << 16);

    public ulong UInt64() => UInt32() | ((ulong)UInt32() << 32);

    public double BigEndianDouble() => BitConverter.UInt64BitsToDouble(BinaryPrimitives.ReverseEndianness(UInt64()));

    public string Text(ulong count) => Decode(Bytes(count));

    /// <summary>The text up to the end of the line.</summary>
    public string Line()
    {
        var bytes = new List<byte>();
        for (var next = Byte(); next != '\n'; next = Byte())
        {
            if (bytes.Count == LongestLine)
            {
                throw Error($"A line of more than {LongestLine} bytes is not read.", MappedFile.Damaged);
            }

            bytes.Add(next);
        }

        return Decode([.. bytes]);
    }

    public WeightFileException Error(string cause, string wayOut) => file.Error(Position, cause, wayOut);

    private string Decode(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Error("This text is not UTF-8.", MappedFile.Damaged);
        }
    }

    private void Need(ulong count)
    {
        if (Position > end || count > (ulong)(end - Position))
        {
            throw Error($"The pickle ends at byte {end}; {count} more bytes are needed here.", MappedFile.Damaged);
        }
    }
}
