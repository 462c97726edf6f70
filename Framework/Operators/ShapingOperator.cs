using Espalier.Graphs;
using Espalier.Labels;
using static TorchSharp.torch;
using ValueType = Espalier.Graphs.ValueType;

namespace Espalier.Operators;

/// <summary>The same elements, or copies of them, under another shape.</summary>
/// <param name="name">ATen's name.</param>
/// <param name="shape">The result's shape.</param>
/// <param name="propagate">How labels pass.</param>
/// <param name="run">The function.</param>
internal sealed class ShapingOperator(
    string name, Func<Node, long[]> shape, Action<Node, LabelTracker> propagate, Func<Node, Tensor, Tensor> run) : Operator(name)
{
    public override ValueType[] Infer(Node node) => One(shape(node), node.Tensor(0).DType);

    public override void Propagate(Node node, LabelTracker labels) => propagate(node, labels);

    protected override Tensor Run(Node node, Operands operands) => run(node, operands[0]);
}
