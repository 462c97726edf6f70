using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Operators;

/// <summary>Copies and casts.</summary>
internal static class Copies
{
    public static IEnumerable<IOperator> All =>
    [
        new ElementwiseOperator("aten::clone", DTypes.Same, (_, x) => x[0].clone()),
        new ElementwiseOperator("aten::contiguous", DTypes.Same, (_, x) => x[0].contiguous()),
        new ElementwiseOperator("aten::detach", DTypes.Same, (_, x) => x[0].detach()),
        new ElementwiseOperator("aten::to.dtype", n => n.Type(1) ?? DTypes.Same(n), (n, x) => x[0].to(n.Type(1) ?? x[0].dtype)),
    ];
}
