using Espalier.Graphs;

namespace Espalier.Structures;

/// <summary>A branch f of a sum x + f(x) in a graph: without it the sum is x.</summary>
/// <param name="Name">The one part of the adding module that has all the branch's matrices and kernels (<c>blocks.0.attn</c>), or the module itself (<c>layer1.0</c>).</param>
/// <param name="Sum">The addition.</param>
/// <param name="Shortcut">x, of the same shape as the sum.</param>
/// <param name="Result">f(x).</param>
/// <param name="Nodes">The operators that the branch alone needs, the addition among them, in order.</param>
/// <param name="Parameters">The names of the parameters and buffers that the branch alone uses.</param>
public sealed record ResidualBranch(
    string Name, Node Sum, Value Shortcut, Value Result, IReadOnlyList<Node> Nodes, IReadOnlySet<string> Parameters)
{
    /// <summary>The path of the module whose <c>forward</c> adds; empty for the model itself.</summary>
    public string Scope => Sum.Scope;
}
