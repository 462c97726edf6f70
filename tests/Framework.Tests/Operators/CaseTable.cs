using System.Collections;
using Espalier.Symbolic;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Operators;

/// <summary>Collects cases in the way of a collection initialiser.</summary>
internal sealed class CaseTable : IEnumerable<OperatorCase>
{
    private readonly List<OperatorCase> cases = [];

    /// <summary>One result.</summary>
    public void Add(string name, Input[] inputs, Func<SymbolicTensor[], SymbolicTensor> symbolic, Func<Tensor[], Tensor> real) =>
        cases.Add(new(name, inputs, x => [symbolic(x)], x => [real(x)]));

    /// <summary>Several results.</summary>
    public void Add(string name, Input[] inputs, Func<SymbolicTensor[], SymbolicTensor[]> symbolic, Func<Tensor[], Tensor[]> real) =>
        cases.Add(new(name, inputs, symbolic, real));

    /// <summary>Two results.</summary>
    public void Add(
        string name, Input[] inputs, Func<SymbolicTensor[], (SymbolicTensor, SymbolicTensor)> symbolic, Func<Tensor[], (Tensor, Tensor)> real) =>
        cases.Add(new(name, inputs, x => symbolic(x) is var (a, b) ? [a, b] : [], x => real(x) is var (a, b) ? [a, b] : []));

    public IEnumerator<OperatorCase> GetEnumerator() => cases.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
