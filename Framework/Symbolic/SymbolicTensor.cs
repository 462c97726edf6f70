using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Symbolic;

/// <summary>
/// A tensor without data, with the methods of <see cref="TorchSharp.torch.Tensor"/> that a <c>forward</c> may use: each records the operator that the real one
/// would run. Shapes are concrete; values are not there.
/// </summary>
public sealed partial class SymbolicTensor
{
    internal SymbolicTensor(Tracer tracer, Value value)
    {
        Tracer = tracer;
        Value = value;
    }

    /// <summary>The tensor in the graph; an operation in place puts another one here.</summary>
    public Value Value { get; private set; }

    /// <summary>The sizes of all dimensions; each remembers the dimension it came from.</summary>
    public Dim[] shape => [.. Value.Shape.Select((size, dimension) => new Dim(size, new DimSource.SizeOf(Value, dimension)))];

    /// <summary>The type of the elements.</summary>
    public ScalarType dtype => Value.DType;

    /// <summary>The number of dimensions.</summary>
    public long ndim => Value.Rank;

    /// <summary>The number of dimensions.</summary>
    public long dim() => Value.Rank;

    /// <summary>The sizes of all dimensions.</summary>
    public Dim[] size() => shape;

    /// <summary>The size of one dimension; negative ones count from the end.</summary>
    public Dim size(int dim) => shape[dim < 0 ? dim + Value.Rank : dim];

    internal Tracer Tracer { get; }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();

    /// <summary>Records an operator with one result; <c>this</c> is not passed by itself.</summary>
    internal SymbolicTensor Record(string name, params Argument[] arguments) => Tracer.Record(name, arguments)[0];
}
