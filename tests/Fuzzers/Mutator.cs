using System.Buffers.Binary;

namespace Espalier.Fuzzers;

/// <summary>Makes inputs out of good ones: flipped bits, other lengths, pieces cut out, moved, doubled or put in from elsewhere.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> seeds, IReadOnlyList<byte[]> words, int seed)
{
    private const int Longest = 1 << 16;
    private static readonly long[] Extremes = [0, 1, -1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, int.MaxValue, uint.MaxValue, long.MaxValue, long.MinValue];
    private readonly Random random = new(seed);

    /// <summary>The next input: one to eight changes to a seed.</summary>
    public byte[] Next()
    {
        var bytes = Pick(seeds).ToList();
        for (var changes = 1 << random.Next(4); changes > 0; changes--)
        {
            Change(bytes);
        }

        return [.. bytes.Take(Longest)];
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private int Place(List<byte> bytes) => random.Next(bytes.Count + 1);

    private void Change(List<byte> bytes)
    {
        var at = Place(bytes);
        var length = Math.Min(random.Next(1, 1 << random.Next(1, 10)), bytes.Count - at);
        switch (random.Next(10))
        {
            case 0 when length > 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when length > 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(Place(bytes), bytes.GetRange(at, length));
                break;
            case 4 when random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                Splice(bytes, at);
                break;
            case 6:
                Number(bytes, at);
                break;
            case 7 when words.Count > 0:
                bytes.InsertRange(at, Pick(words));
                break;
            case 8 when words.Count > 0:
                Overwrite(bytes, at, Pick(words));
                break;
            case 9:
                bytes.InsertRange(at, Enumerable.Repeat((byte)random.Next(256), random.Next(1, 64)));
                break;
            default:
                bytes.Insert(at, (byte)random.Next(256));
                break;
        }
    }

    private void Splice(List<byte> bytes, int at)
    {
        var other = Pick(seeds);
        bytes.RemoveRange(at, bytes.Count - at);
        bytes.AddRange(other.AsSpan(random.Next(other.Length + 1)));
    }

    /// <summary>Puts an extreme or slightly other number where a length may be, in any of the usual widths and byte orders.</summary>
    private void Number(List<byte> bytes, int at)
    {
        var width = 1 << random.Next(4);
        if (at + width > bytes.Count)
        {
            return;
        }

        Span<byte> field = stackalloc byte[8];
        for (var i = 0; i < width; i++)
        {
            field[i] = bytes[at + i];
        }

        var number = random.Next(2) == 0 ? Pick(Extremes) : BinaryPrimitives.ReadInt64LittleEndian(field) + random.Next(-16, 17);
        BinaryPrimitives.WriteInt64LittleEndian(field, number);
        if (random.Next(4) == 0)
        {
            field[..width].Reverse();
        }

        Overwrite(bytes, at, field[..width].ToArray());
    }

    private static void Overwrite(List<byte> bytes, int at, byte[] piece)
    {
        for (var i = 0; i < piece.Length && at + i < bytes.Count; i++)
        {
            bytes[at + i] = piece[i];
        }
    }
}
