using System.Buffers.Binary;
using Espalier.Data;

namespace Espalier.Plugins.Data.Idx;

/// <summary>Reads idx files, the format of MNIST: two zero bytes, the element type, the number of dimensions, their sizes as big-endian
/// 32-bit numbers, and the elements.</summary>
public static class IdxReader
{
    private const byte UnsignedByte = 0x08;

    /// <summary>The array in a file.</summary>
    /// <param name="file">The bytes of the file, not packed.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="dimensions">How many dimensions it must have.</param>
    /// <exception cref="DataException">It is not an idx file of bytes with so many dimensions, or has more or fewer bytes than it says.</exception>
    public static IdxArray Read(ReadOnlySpan<byte> file, string name, int dimensions)
    {
        if (file.Length < 4 || file[0] != 0 || file[1] != 0)
        {
            throw Wrong(name, 0, "it does not begin with the two zero bytes of an idx file");
        }

        if (file[2] != UnsignedByte)
        {
            throw Wrong(name, 2, $"its elements are of type 0x{file[2]:x2}, not bytes (0x08)");
        }

        if (file[3] != dimensions)
        {
            throw Wrong(name, 3, $"it has {file[3]} dimensions, not {dimensions}");
        }

        var header = 4 + (4 * dimensions);
        if (file.Length < header)
        {
            throw Wrong(name, file.Length, "it ends within its header");
        }

        var (shape, count) = (new int[dimensions], 1L);
        for (var i = 0; i < dimensions; i++)
        {
            shape[i] = BinaryPrimitives.ReadInt32BigEndian(file[(4 + (4 * i))..]);
            if (shape[i] < 0 || (shape[i] != 0 && count > int.MaxValue / shape[i]))
            {
                throw Wrong(name, 4 + (4 * i), $"its sizes are too large");
            }

            count *= shape[i];
        }

        return file.Length - header == count
            ? new IdxArray(shape, file[header..].ToArray())
            : throw Wrong(name, header, $"{string.Join(" x ", shape)} elements need {count} bytes, but {file.Length - header} follow");
    }

    private static DataException Wrong(string name, int place, string cause) =>
        new($"{name}, byte {place}: {cause}. Get the file again, or give another path.");
}
