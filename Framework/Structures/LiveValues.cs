using Espalier.Graphs;

namespace Espalier.Structures;

/// <summary>What a graph still computes once some residual branches are gone: the operators that its results need, with sums read as their shortcuts.</summary>
internal sealed class LiveValues
{
    private readonly Dictionary<Value, Value> shortcuts = new(ReferenceEqualityComparer.Instance);

    public LiveValues(Graph graph, IEnumerable<ResidualBranch> without)
    {
        foreach (var branch in without)
        {
            shortcuts.Add(branch.Sum.Output, branch.Shortcut);
        }

        var live = graph.Outputs.Select(Resolve).ToHashSet(ReferenceEqualityComparer.Instance);
        var nodes = new Stack<Node>();
        foreach (var node in graph.Nodes.Reverse().Where(node => node.Outputs.Any(live.Contains)))
        {
            nodes.Push(node);
            live.UnionWith(node.Inputs.Select(Resolve));
        }

        Nodes = [.. nodes];
    }

    /// <summary>The operators, in order.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>The value that is read in a value's place.</summary>
    public Value Resolve(Value value)
    {
        while (shortcuts.TryGetValue(value, out var shortcut))
        {
            value = shortcut;
        }

        return value;
    }
}
