using static TorchSharp.torch;

namespace Espalier.Weights;

/// <summary>A tensor in a weight file, known before its data is read.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="DType">The type of its elements in the file.</param>
/// <param name="Shape">Its sizes; none for a scalar.</param>
public sealed record WeightEntry(string Name, ScalarType DType, IReadOnlyList<long> Shape)
{
    /// <summary>The number of elements.</summary>
    public long Elements => Shape.Aggregate(1L, (product, size) => product * size);
}
