using static TorchSharp.torch;

namespace Espalier.Graphs;

/// <summary>The shape and dtype of an operator's result.</summary>
/// <param name="Shape">The sizes of all dimensions.</param>
/// <param name="DType">The type of the elements.</param>
public readonly record struct ValueType(IReadOnlyList<long> Shape, ScalarType DType);
