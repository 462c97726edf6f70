using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>
/// TorchSharp's own layout of a tensor in a file: dtype, number of dimensions and sizes as LEB128 numbers, then the elements in order, as
/// they lie in memory.
/// </summary>
internal static unsafe class TensorFormat
{
    /// <summary>More dimensions than any tensor has; a file that claims more is no tensor file.</summary>
    private const long MostDimensions = 64;

    private const int ChunkSize = 1 << 20;

    /// <summary>What stands before the elements.</summary>
    public readonly record struct Header(ScalarType Dtype, long[] Shape)
    {
        public long Bytes => checked(Shape.TotalSize() * Dtype.ElementSize());

        public override string ToString() => $"a tensor of {Dtype} [{string.Join(", ", Shape)}]";
    }

    public static void Write(Tensor tensor, BinaryWriter writer)
    {
        using var moved = tensor.cpu();
        using var source = moved.contiguous();
        writer.Write7BitEncodedInt64((long)source.dtype);
        writer.Write7BitEncodedInt64(source.ndim);
        foreach (var size in source.shape)
        {
            writer.Write7BitEncodedInt64(size);
        }

        var pointer = (byte*)source.DataPointer();
        var length = source.numel() * source.ElementSize;
        for (var offset = 0L; offset < length; offset += ChunkSize)
        {
            writer.Write(new ReadOnlySpan<byte>(pointer + offset, (int)Math.Min(ChunkSize, length - offset)));
        }

        GC.KeepAlive(source);
    }

    /// <exception cref="InvalidDataException">There is no tensor here.</exception>
    public static Header ReadHeader(BinaryReader reader)
    {
        var dtype = ReadNumber(reader, "dtype");
        if (dtype > sbyte.MaxValue || !Enum.IsDefined((ScalarType)dtype))
        {
            throw new InvalidDataException($"Expected the dtype of a tensor, but {dtype} is none.");
        }

        var dimensions = ReadNumber(reader, "number of dimensions");
        if (dimensions > MostDimensions)
        {
            throw new InvalidDataException($"Expected the number of dimensions of a tensor, but {dimensions} is too many.");
        }

        var shape = new long[dimensions];
        for (var d = 0; d < shape.Length; d++)
        {
            shape[d] = ReadNumber(reader, $"size of dimension {d}");
        }

        var header = new Header((ScalarType)dtype, shape);
        Require(header, reader.BaseStream);
        return header;
    }

    /// <summary>Reads the elements into a tensor of the header's dtype and shape.</summary>
    /// <exception cref="InvalidDataException">The file ends too early.</exception>
    public static void ReadElements(Header header, BinaryReader reader, Tensor target)
    {
        var direct = target.dtype == header.Dtype && target.is_cpu() && target.is_contiguous();
        using var staging = direct ? null : empty(header.Shape, header.Dtype);
        var destination = staging ?? target;
        var pointer = (byte*)destination.DataPointer();
        for (var offset = 0L; offset < header.Bytes;)
        {
            var chunk = new Span<byte>(pointer + offset, (int)Math.Min(ChunkSize, header.Bytes - offset));
            var count = reader.Read(chunk);
            offset += count > 0 ? count : throw TooShort(header, offset);
        }

        GC.KeepAlive(destination);
        if (staging is not null)
        {
            using var guard = no_grad();
            target.copy_(staging);
        }
    }

    /// <exception cref="InvalidDataException">The file ends too early.</exception>
    public static void SkipElements(Header header, BinaryReader reader)
    {
        if (reader.BaseStream.CanSeek)
        {
            reader.BaseStream.Seek(header.Bytes, SeekOrigin.Current);
            return;
        }

        var buffer = new byte[Math.Min(ChunkSize, header.Bytes)];
        for (var offset = 0L; offset < header.Bytes;)
        {
            var count = reader.Read(buffer, 0, (int)Math.Min(buffer.Length, header.Bytes - offset));
            offset += count > 0 ? count : throw TooShort(header, offset);
        }
    }

    private static long ReadNumber(BinaryReader reader, string what)
    {
        try
        {
            var number = reader.Read7BitEncodedInt64();
            return number >= 0 ? number : throw new InvalidDataException($"Expected the {what} of a tensor, but found {number}.");
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException($"Expected the {what} of a tensor, but the file ends or is damaged there.", e);
        }
    }

    /// <summary>Checks the length before memory is asked for: a damaged size may be astronomical.</summary>
    private static void Require(in Header header, Stream stream)
    {
        long bytes;
        try
        {
            bytes = checked(header.Shape.Aggregate((long)header.Dtype.ElementSize(), (product, size) => checked(product * size)));
        }
        catch (OverflowException e)
        {
            throw new InvalidDataException($"Expected the shape of a tensor, but [{string.Join(", ", header.Shape)}] is too large.", e);
        }

        if (stream.CanSeek && stream.Length - stream.Position < bytes)
        {
            throw TooShort(header, stream.Length - stream.Position);
        }
    }

    private static InvalidDataException TooShort(in Header header, long found) =>
        new($"Expected the {header.Bytes} bytes of {header}, but the file ends after {found} of them.");
}
