using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Weights;

/// <summary>Elements between files and tensors, as they lie in memory (little-endian).</summary>
internal static class TensorData
{
    private const long ChunkBytes = 64L << 20;

    /// <summary>The bytes of one element.</summary>
    public static int Size(ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.Int64 or ScalarType.Float64 or ScalarType.ComplexFloat32 => 8,
        ScalarType.ComplexFloat64 => 16,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "This element type has no size."),
    };

    /// <summary>A contiguous tensor from the bytes at an offset.</summary>
    public static Tensor Read(MappedFile file, long offset, ScalarType type, long[] shape)
    {
        if (type == ScalarType.Bool)
        {
            // A boolean that is neither 0 nor 1 is undefined behaviour in libtorch.
            using var bytes = Read(file, offset, ScalarType.Byte, shape);
            return bytes.to(ScalarType.Bool);
        }

        var tensor = torch.empty(shape, type, torch.CPU);
        try
        {
            foreach (var (part, start) in Parts(tensor))
            {
                file.Read(offset + start, part.bytes);
            }

            return tensor;
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    /// <summary>A tensor from elements that need not lie one after the other.</summary>
    /// <param name="file">The file.</param>
    /// <param name="offset">Where the first element lies.</param>
    /// <param name="type">The type of the elements.</param>
    /// <param name="shape">Its sizes.</param>
    /// <param name="strides">The elements from one index to the next, per dimension; none is negative.</param>
    public static Tensor Read(MappedFile file, long offset, ScalarType type, long[] shape, long[] strides)
    {
        if (shape.Contains(0) || TensorShape.IsContiguous(shape, strides))
        {
            return Read(file, offset, type, shape);
        }

        using var storage = Read(file, offset, type, [TensorShape.Reach(shape, strides)!.Value]);
        using var view = storage.as_strided(shape, strides);
        return view.contiguous();
    }

    /// <summary>Writes a tensor's elements in order.</summary>
    public static void Write(Tensor tensor, Stream stream)
    {
        using var detached = tensor.detach();
        using var moved = detached.cpu();
        using var source = moved.contiguous();
        foreach (var (part, _) in Parts(source))
        {
            stream.Write(part.bytes);
        }
    }

    /// <summary>Whether two contiguous tensors of one type and shape hold the same bits.</summary>
    public static bool Same(Tensor first, Tensor second) =>
        Parts(first).Zip(Parts(second)).All(pair => pair.First.Part.bytes.SequenceEqual(pair.Second.Part.bytes));

    /// <summary>A contiguous tensor in pieces that a span can hold, with the byte at which each starts.</summary>
    private static IEnumerable<(Tensor Part, long Start)> Parts(Tensor tensor)
    {
        var (elements, size) = (tensor.numel(), Size(tensor.dtype));
        if (elements == 0)
        {
            yield break;
        }

        using var flat = tensor.reshape(-1);
        for (long start = 0, step = ChunkBytes / size; start < elements; start += step)
        {
            using var part = flat.narrow(0, start, Math.Min(step, elements - start));
            yield return (part, start * size);
        }
    }
}
