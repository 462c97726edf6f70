using Espalier.Symbolic;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Operators;

/// <summary>One use of an operator, written twice: over symbols and over tensors.</summary>
/// <param name="Name">What the test is called; the operator's name, maybe with a remark.</param>
/// <param name="Inputs">The tensors that go in.</param>
/// <param name="Symbolic">The use over symbols.</param>
/// <param name="Real">The same over tensors.</param>
public sealed record OperatorCase(
    string Name, Input[] Inputs, Func<SymbolicTensor[], SymbolicTensor[]> Symbolic, Func<Tensor[], Tensor[]> Real)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
