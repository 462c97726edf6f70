using Espalier.Graphs;
using Espalier.Labels;
using static TorchSharp.torch;
using ValueType = Espalier.Graphs.ValueType;

namespace Espalier.Operators;

/// <summary>An operator that works element by element on one tensor or on several that broadcast.</summary>
/// <param name="name">ATen's name.</param>
/// <param name="dtype">The dtype of the result.</param>
/// <param name="run">The function.</param>
internal sealed class ElementwiseOperator(string name, DTypeRule dtype, Func<Node, Operands, Tensor> run) : Operator(name)
{
    public override ValueType[] Infer(Node node) => One(Shapes.Broadcast(node.Inputs.Select(input => input.Shape)), dtype(node));

    public override void Propagate(Node node, LabelTracker labels)
    {
        Value[] inputs = [.. node.Inputs];
        if (inputs is [var only])
        {
            labels.Copy(only, node.Output);
        }
        else
        {
            labels.Elementwise(inputs, node.Output);
        }
    }

    protected override Tensor Run(Node node, Operands operands) => run(node, operands);
}
