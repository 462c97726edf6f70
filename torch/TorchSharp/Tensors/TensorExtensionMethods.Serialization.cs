using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp;

/// <content>Tensors in files, in TorchSharp's own layout.</content>
public static partial class TensorExtensionMethods
{
    /// <summary>Writes dtype, shape and elements.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer) => TensorFormat.Write(tensor, writer);

    /// <summary>Reads what <see cref="Save"/> wrote into this tensor; <paramref name="skip"/> leaves the tensor as it is.</summary>
    /// <exception cref="ArgumentException">The file's tensor has another dtype or shape.</exception>
    /// <exception cref="InvalidDataException">The file is truncated or damaged.</exception>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        var header = TensorFormat.ReadHeader(reader);
        if (tensor.dtype != header.Dtype)
        {
            throw Mismatch(tensor, header);
        }

        Load(tensor, header, reader, skip);
    }

    /// <summary>Reads what <see cref="Save"/> wrote into the tensor, or into a new one if there is none.</summary>
    /// <exception cref="ArgumentException">The file's tensor has another shape.</exception>
    /// <exception cref="InvalidDataException">The file is truncated or damaged.</exception>
    public static void Load(ref Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        var header = TensorFormat.ReadHeader(reader);
        tensor ??= skip ? zeros(header.Shape, header.Dtype) : empty(header.Shape, header.Dtype);
        Load(tensor, header, reader, skip);
    }

    /// <summary>Reads what <see cref="Save"/> wrote into a new tensor.</summary>
    /// <exception cref="InvalidDataException">The file is truncated or damaged.</exception>
    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        Tensor? tensor = null;
        Load(ref tensor, reader, skip);
        return tensor!;
    }

    private static void Load(Tensor tensor, in TensorFormat.Header header, BinaryReader reader, bool skip)
    {
        if (skip)
        {
            TensorFormat.SkipElements(header, reader);
            return;
        }

        if (!header.Shape.AsSpan().SequenceEqual(tensor.shape))
        {
            throw Mismatch(tensor, header);
        }

        TensorFormat.ReadElements(header, reader, tensor);
    }

    private static ArgumentException Mismatch(Tensor tensor, in TensorFormat.Header header) =>
        new($"The file holds {header}, which cannot be loaded into {tensor}. Is it of the same model?");
}
