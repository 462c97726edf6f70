using static TorchSharp.torch;

namespace Espalier.Graphs;

/// <summary>An input that a model is traced with.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Shape">Its sizes; the batch included.</param>
/// <param name="DType">The type of its elements.</param>
public sealed record InputSpec(string Name, IReadOnlyList<long> Shape, ScalarType DType = ScalarType.Float32)
{
    /// <summary>A floating-point input called <c>x</c>.</summary>
    public static InputSpec Of(params long[] shape) => new("x", shape);

    /// <inheritdoc/>
    public bool Equals(InputSpec? other) => other is not null && Name == other.Name && DType == other.DType && Shape.SequenceEqual(other.Shape);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, DType, Shape.Count);
}
