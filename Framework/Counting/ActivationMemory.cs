using Espalier.Execution;
using Espalier.Graphs;
using Espalier.Operators;

namespace Espalier.Counting;

/// <summary>Follows the memory of a graph's values in its order of execution: views share it, and it is free after the last use.</summary>
internal sealed class ActivationMemory
{
    private readonly Dictionary<Value, Value> owners = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Value> scattered = new(ReferenceEqualityComparer.Instance);

    /// <summary>For each node, the bytes that it allocates and the bytes alive while it runs.</summary>
    public static (long Allocated, long Live)[] Of(Graph graph) => new ActivationMemory().Follow(graph);

    private (long Allocated, long Live)[] Follow(Graph graph)
    {
        var liveness = new Liveness(graph);
        var users = new Dictionary<Value, int>(ReferenceEqualityComparer.Instance);
        long live = 0;
        foreach (var input in graph.Inputs)
        {
            live += Hold(input, users);
        }

        var result = new (long, long)[graph.Nodes.Count];
        foreach (var node in graph.Nodes)
        {
            var allocated = 0L;
            foreach (var output in node.Outputs)
            {
                MarkView(node, output);
                allocated += Hold(output, users);
            }

            live += allocated;
            result[node.Index] = (allocated, live);
            foreach (var ended in liveness.EndingAt(node).Where(value => value.Kind is ValueKind.Result or ValueKind.Input))
            {
                var owner = Owner(ended);
                if (users.ContainsKey(owner) && --users[owner] == 0)
                {
                    live -= Bytes(owner);
                }
            }
        }

        return result;
    }

    private long Hold(Value value, Dictionary<Value, int> users)
    {
        var owner = Owner(value);
        users[owner] = users.GetValueOrDefault(owner) + 1;
        return ReferenceEquals(owner, value) ? Bytes(value) : 0;
    }

    private Value Owner(Value value) => owners.GetValueOrDefault(value, value);

    private void MarkView(Node node, Value output)
    {
        if (node.Inputs.FirstOrDefault() is not { } input)
        {
            return;
        }

        var name = node.Operator["aten::".Length..].Split('.')[0];
        var isScattered = scattered.Contains(input);
        switch (name)
        {
            case "reshape" or "view" or "flatten" or "contiguous" when isScattered:
                return;
            case "reshape" or "view" or "flatten" or "unflatten" or "squeeze" or "unsqueeze" or "detach" or "positive" or "contiguous":
                break;
            case "dropout" or "feature_dropout" or "alpha_dropout" or "feature_alpha_dropout" when !node.Flag(2):
                break;
            case "permute" or "transpose" or "t" or "expand" or "expand_as" or "broadcast_to" or "chunk" or "split" or "split_with_sizes"
                or "tensor_split" or "unbind" or "select" or "narrow" or "slice" or "diagonal" or "unfold":
                isScattered = true;
                break;
            default:
                return;
        }

        // A view of a parameter takes nothing of its own either.
        owners[output] = Owner(input);
        if (isScattered)
        {
            scattered.Add(output);
        }
    }

    private static long Bytes(Value value) => value.Kind is ValueKind.Result or ValueKind.Input ? value.Count * DTypes.Size(value.DType) : 0;
}
