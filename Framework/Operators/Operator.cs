using Espalier.Graphs;
using Espalier.Labels;
using TorchSharp;
using static TorchSharp.torch;
using ValueType = Espalier.Graphs.ValueType;

namespace Espalier.Operators;

/// <summary>The base of the built-in operators.</summary>
/// <param name="name">ATen's name with the overload.</param>
internal abstract class Operator(string name) : IOperator
{
    public string Name { get; } = name;

    public abstract ValueType[] Infer(Node node);

    public abstract void Propagate(Node node, LabelTracker labels);

    public virtual long Macs(Node node) => 0;

    public torch.Tensor[] Execute(Node node, IReadOnlyList<torch.Tensor> inputs) => RunAll(node, new Operands(node, inputs));

    /// <summary>Runs an operator with one result.</summary>
    protected virtual Tensor Run(Node node, Operands operands) => throw new NotSupportedException($"{Name} cannot be run.");

    /// <summary>Runs the operator.</summary>
    protected virtual Tensor[] RunAll(Node node, Operands operands) => [Run(node, operands)];

    /// <summary>One result of this shape and dtype.</summary>
    protected static ValueType[] One(IEnumerable<long> shape, ScalarType dtype) => [new(shape as IReadOnlyList<long> ?? [.. shape], dtype)];
}
