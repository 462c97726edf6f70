using Espalier.Graphs;
using Espalier.Operators;

namespace Espalier.Counting;

/// <summary>Counts the multiply-accumulate operations of single operators.</summary>
internal static class MacCount
{
    /// <summary>A count by a convention, for the operators of a graph or the same ones at other widths.</summary>
    public static Func<Node, long> By(MacConvention convention, Graph graph) => convention == MacConvention.TorchPruning
        ? new TorchPruningCount(graph).Of
        : node => OperatorTable.Find(node.Operator)?.Macs(node) ?? 0;
}
