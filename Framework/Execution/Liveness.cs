using Espalier.Graphs;

namespace Espalier.Execution;

/// <summary>For each position in a graph, the values that nothing needs any more after it.</summary>
internal sealed class Liveness
{
    private readonly List<Value>[] endsAt;

    public Liveness(Graph graph)
    {
        var last = new Dictionary<Value, int>(ReferenceEqualityComparer.Instance);
        foreach (var node in graph.Nodes)
        {
            foreach (var value in node.Inputs.Concat(node.Outputs))
            {
                last[value] = node.Index;
            }
        }

        foreach (var output in graph.Outputs)
        {
            last.Remove(output);
        }

        endsAt = [.. graph.Nodes.Select(_ => new List<Value>())];
        foreach (var (value, index) in last)
        {
            endsAt[index].Add(value);
        }
    }

    /// <summary>The values whose last use is this node, its own unused results among them.</summary>
    public IReadOnlyList<Value> EndingAt(Node node) => endsAt[node.Index];
}
