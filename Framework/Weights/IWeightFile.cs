using static TorchSharp.torch;

namespace Espalier.Weights;

/// <summary>An open file of named tensors. It must not be shortened while it is open.</summary>
public interface IWeightFile : IDisposable
{
    /// <summary>The file's path, as it was given.</summary>
    string Path { get; }

    /// <summary>The format, in words.</summary>
    string Format { get; }

    /// <summary>The tensors, in the file's order; names are unique.</summary>
    IReadOnlyList<WeightEntry> Tensors { get; }

    /// <summary>What the file says beside the tensors.</summary>
    IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Reads one tensor into the CPU's memory, contiguous. The caller owns it.</summary>
    /// <exception cref="WeightFileException">The file has no tensor of that name.</exception>
    /// <exception cref="ObjectDisposedException">The file was closed.</exception>
    Tensor Read(string name);
}
