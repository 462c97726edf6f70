using Espalier.Graphs;
using Espalier.Labels;
using TorchSharp;

namespace Espalier.Operators;

/// <summary>
/// All that the framework knows about one ATen operator: the shapes of its results, how labels pass through it, what it costs, and how to
/// run it. A new operator is one class here and one method on <see cref="Symbolic.SymbolicTensor"/>.
/// </summary>
public interface IOperator
{
    /// <summary>ATen's name with the overload: <c>aten::add.Tensor</c>.</summary>
    string Name { get; }

    /// <summary>The results' shapes and dtypes, from the arguments' alone.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    Graphs.ValueType[] Infer(Node node);

    /// <summary>Says how the labels of the inputs' coordinates pass to the results, and which of them must go together.</summary>
    void Propagate(Node node, LabelTracker labels);

    /// <summary>Runs the operator.</summary>
    /// <param name="node">Its arguments.</param>
    /// <param name="inputs">The tensors for <see cref="Node.Inputs"/>, in that order.</param>
    /// <returns>The results; the caller owns them.</returns>
    torch.Tensor[] Execute(Node node, IReadOnlyList<torch.Tensor> inputs);

    /// <summary>Multiply-accumulate operations; 0 for what is not a product (see <c>docs</c> for the convention).</summary>
    long Macs(Node node) => 0;
}
