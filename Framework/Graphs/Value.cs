using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Graphs;

/// <summary>A tensor in a graph: its shape and dtype, but no data.</summary>
public sealed class Value
{
    internal Value(int id, ValueKind kind, string name, IReadOnlyList<long> shape, ScalarType dtype, torch.Tensor? constant = null)
    {
        Constant = constant;
        Id = id;
        Kind = kind;
        Name = name;
        Shape = shape;
        DType = dtype;
    }

    /// <summary>Its number in the graph, from 0 in the order of creation.</summary>
    public int Id { get; }

    /// <summary>Where it comes from.</summary>
    public ValueKind Kind { get; }

    /// <summary>A parameter's name in the <c>state_dict</c>, an input's name, or the path of the module and the operator that made it.</summary>
    public string Name { get; }

    /// <summary>The sizes of all dimensions.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>The type of the elements.</summary>
    public ScalarType DType { get; }

    /// <summary>The tensor itself, for a <see cref="ValueKind.Constant"/>: it has no name that it could be found by.</summary>
    public torch.Tensor? Constant { get; }

    /// <summary>The operator that makes it; null for inputs, parameters and buffers.</summary>
    public Node? Producer { get; internal set; }

    /// <summary>The number of dimensions.</summary>
    public int Rank => Shape.Count;

    /// <summary>The number of elements.</summary>
    public long Count => Shape.Aggregate(1L, (total, size) => total * size);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"%{Id} {Name} [{string.Join(", ", Shape)}]");
}
