namespace Espalier.Graphs;

/// <summary>
/// Which values of a trace may lie in the same memory. Operators in place are recorded as the ones that make a new tensor, which is the same as
/// long as nobody looks at the old memory by way of another tensor.
/// </summary>
internal sealed class SharedMemory
{
    // Operators whose result may be the input's memory; in evaluation, dropout hands its input on.
    private static readonly HashSet<string> Views = new(StringComparer.Ordinal)
    {
        "alias", "broadcast_to", "chunk", "contiguous", "detach", "diagonal", "dropout", "expand", "expand_as", "feature_dropout", "flatten", "movedim",
        "narrow", "permute", "reshape", "select", "slice", "split", "split_with_sizes", "squeeze", "t", "tensor_split", "to", "transpose", "unbind",
        "unflatten", "unfold", "unsqueeze", "view", "view_as",
    };

    private readonly Dictionary<Value, string> overwriters = [];

    /// <summary>The operator that changed the memory of one of these values; null if none did.</summary>
    public string? Overwriter(IEnumerable<Value> values) =>
        overwriters.Count == 0 ? null : values.Select(value => overwriters.GetValueOrDefault(value)).FirstOrDefault(name => name is not null);

    /// <summary>Notes a change in place; false if it would change the model itself.</summary>
    public bool Overwrite(Value value, Value result, IReadOnlyList<Node> nodes)
    {
        var root = value;
        while (IsView(root.Producer))
        {
            root = root.Producer!.Inputs.First();
        }

        var shared = new HashSet<Value> { root };
        foreach (var node in nodes.Skip((root.Producer?.Index ?? -1) + 1).Where(IsView))
        {
            if (shared.Contains(node.Inputs.First()))
            {
                shared.UnionWith(node.Outputs);
            }
        }

        shared.Remove(result);
        foreach (var other in shared)
        {
            overwriters[other] = result.Producer?.Operator ?? "an operator";
        }

        return root.Kind is not (ValueKind.Parameter or ValueKind.Buffer);
    }

    private static bool IsView(Node? node) => node is not null && Views.Contains(node.Operator.Split("::")[^1].Split('.')[0]);
}
