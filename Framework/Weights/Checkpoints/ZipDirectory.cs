using System.Text;
using static System.Buffers.Binary.BinaryPrimitives;

namespace Espalier.Weights.Checkpoints;

/// <summary>
/// The directory of a zip archive whose entries are stored uncompressed, as torch.save writes it: their data can be read where it lies.
/// (The runtime's own reader hands out streams only, and would read a large storage anew for each tensor in it.)
/// </summary>
internal sealed class ZipDirectory
{
    private const int EndBytes = 22;
    private const int End64Bytes = 56;
    private const int LocatorBytes = 20;
    private const int EntryBytes = 46;
    private const int LocalBytes = 30;
    private const int LongestComment = ushort.MaxValue;

    private readonly MappedFile file;
    private readonly Dictionary<string, ZipEntry> entries = new(StringComparer.Ordinal);

    public ZipDirectory(MappedFile file)
    {
        this.file = file;
        var (offset, length) = Locate();
        var directory = file.Bytes(offset, length <= int.MaxValue ? (int)length : throw Damaged(offset, "The directory is too long."));
        for (var at = 0; at < directory.Length;)
        {
            at += ReadEntry(directory.AsSpan(at), offset + at);
        }
    }

    /// <summary>The names in the archive.</summary>
    public IReadOnlyCollection<string> Names => entries.Keys;

    /// <summary>Where an entry's data lies; null if there is no such entry.</summary>
    /// <exception cref="WeightFileException">It is compressed or encrypted, or lies outside the file.</exception>
    public (long Offset, long Length)? Find(string name)
    {
        if (!entries.TryGetValue(name, out var entry))
        {
            return null;
        }

        var place = $"entry {Printable.Quote(name)}";
        if (entry.Method != 0 || (entry.Flags & 1) != 0 || entry.Compressed != entry.Length)
        {
            throw file.Error(place, "It is compressed or encrypted.", "Write the checkpoint again with torch.save, which stores its data as it is.");
        }

        var header = file.Bytes(entry.Header, LocalBytes);
        if (ReadUInt32LittleEndian(header) != 0x04034B50)
        {
            throw Damaged(entry.Header, $"The entry {Printable.Quote(name)} does not start here.");
        }

        var start = entry.Header + LocalBytes + ReadUInt16LittleEndian(header.AsSpan(26)) + ReadUInt16LittleEndian(header.AsSpan(28));
        return entry.Length >= 0 && entry.Length <= file.Length - start
            ? (start, entry.Length)
            : throw file.Error(place, $"It is said to be {entry.Length} bytes long, and the file ends after {file.Length - start}.", MappedFile.Damaged);
    }

    private (long Offset, long Length) Locate()
    {
        var tail = file.Bytes(file.Length - Math.Min(file.Length, EndBytes + LongestComment), (int)Math.Min(file.Length, EndBytes + LongestComment));
        for (var at = tail.Length - EndBytes; at >= 0; at--)
        {
            if (ReadUInt32LittleEndian(tail.AsSpan(at)) == 0x06054B50 && ReadUInt16LittleEndian(tail.AsSpan(at + 20)) == tail.Length - at - EndBytes)
            {
                var (count, length, offset) = (
                    ReadUInt16LittleEndian(tail.AsSpan(at + 10)), ReadUInt32LittleEndian(tail.AsSpan(at + 12)), ReadUInt32LittleEndian(tail.AsSpan(at + 16)));
                return count == ushort.MaxValue || length == uint.MaxValue || offset == uint.MaxValue
                    ? Locate64(file.Length - tail.Length + at - LocatorBytes)
                    : (offset, length);
            }
        }

        throw file.Error(file.Length, "The archive has no directory at its end.", MappedFile.Damaged);
    }

    private (long Offset, long Length) Locate64(long locator)
    {
        var bytes = file.Bytes(locator, LocatorBytes);
        var end = ReadInt64LittleEndian(bytes.AsSpan(8));
        var record = ReadUInt32LittleEndian(bytes) == 0x07064B50 ? file.Bytes(end, End64Bytes) : throw Damaged(locator, "The directory is not where it should be.");
        return ReadUInt32LittleEndian(record) == 0x06064B50
            ? (ReadInt64LittleEndian(record.AsSpan(48)), ReadInt64LittleEndian(record.AsSpan(40)))
            : throw Damaged(end, "The directory is not where it should be.");
    }

    private int ReadEntry(ReadOnlySpan<byte> bytes, long place)
    {
        if (bytes.Length < EntryBytes || ReadUInt32LittleEndian(bytes) != 0x02014B50)
        {
            throw Damaged(place, "The directory of the archive is broken here.");
        }

        var (nameLength, extraLength) = (ReadUInt16LittleEndian(bytes[28..]), ReadUInt16LittleEndian(bytes[30..]));
        var total = EntryBytes + nameLength + extraLength + ReadUInt16LittleEndian(bytes[32..]);
        if (total > bytes.Length)
        {
            throw Damaged(place, "An entry of the archive reaches beyond its directory.");
        }

        var name = Encoding.UTF8.GetString(bytes.Slice(EntryBytes, nameLength));
        var entry = Widen(
            new ZipEntry(
                ReadUInt16LittleEndian(bytes[8..]),
                ReadUInt16LittleEndian(bytes[10..]),
                ReadUInt32LittleEndian(bytes[20..]),
                ReadUInt32LittleEndian(bytes[24..]),
                ReadUInt32LittleEndian(bytes[42..])),
            bytes.Slice(EntryBytes + nameLength, extraLength),
            place);
        return entries.TryAdd(name, entry) ? total : throw Damaged(place, $"The entry {Printable.Quote(name)} is there twice.");
    }

    /// <summary>Puts the 64-bit numbers in place of those that 32 bits cannot hold.</summary>
    private ZipEntry Widen(ZipEntry entry, ReadOnlySpan<byte> extra, long place)
    {
        while (extra.Length >= 4)
        {
            var (kind, length) = (ReadUInt16LittleEndian(extra), ReadUInt16LittleEndian(extra[2..]));
            if (length > extra.Length - 4)
            {
                break;
            }

            if (kind == 1)
            {
                var numbers = extra.Slice(4, length);
                return entry with
                {
                    Length = Number(entry.Length, ref numbers, place),
                    Compressed = Number(entry.Compressed, ref numbers, place),
                    Header = Number(entry.Header, ref numbers, place),
                };
            }

            extra = extra[(4 + length)..];
        }

        return entry;
    }

    private long Number(long number, ref ReadOnlySpan<byte> numbers, long place)
    {
        if (number != uint.MaxValue)
        {
            return number;
        }

        var wide = numbers.Length >= 8 ? ReadInt64LittleEndian(numbers) : throw Damaged(place, "An entry of the archive lacks its length.");
        numbers = numbers[8..];
        return wide;
    }

    private WeightFileException Damaged(long place, string cause) => file.Error(place, cause, MappedFile.Damaged);

    private readonly record struct ZipEntry(ushort Flags, ushort Method, long Compressed, long Length, long Header);
}
