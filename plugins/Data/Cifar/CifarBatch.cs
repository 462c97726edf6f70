using Espalier.Data;

namespace Espalier.Plugins.Data.Cifar;

/// <summary>Reads one file of CIFAR-10's binary form: records of a label byte and 3,072 pixel bytes, the planes red, green and blue.</summary>
public static class CifarBatch
{
    /// <summary>Pixel bytes per record.</summary>
    public const int Pixels = 3 * 32 * 32;

    /// <summary>Bytes per record.</summary>
    public const int Record = 1 + Pixels;

    /// <summary>Takes a file apart.</summary>
    /// <param name="file">The bytes of the file, not packed.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="classes">Labels are from 0 to below this.</param>
    /// <param name="pixels">Gets the pixels; its size says how many records there must be.</param>
    /// <param name="labels">Gets the labels.</param>
    /// <exception cref="DataException">The file has another size, or a label is out of range.</exception>
    public static void Read(ReadOnlySpan<byte> file, string name, int classes, Span<byte> pixels, Span<long> labels)
    {
        if (file.Length != (long)labels.Length * Record)
        {
            throw new DataException(
                $"{name}: it has {file.Length} bytes, but {labels.Length} records of {Record} bytes need {(long)labels.Length * Record}. Get the file again, or give another path.");
        }

        for (var i = 0; i < labels.Length; i++)
        {
            var record = file.Slice(i * Record, Record);
            if (record[0] >= classes)
            {
                throw new DataException($"{name}, byte {i * Record}: the label {record[0]} of record {i} is not from 0 to {classes - 1}. Get the file again.");
            }

            labels[i] = record[0];
            record[1..].CopyTo(pixels[(i * Pixels)..]);
        }
    }
}
