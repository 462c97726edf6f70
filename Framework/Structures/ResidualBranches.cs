using Espalier.Graphs;

namespace Espalier.Structures;

/// <summary>
/// Finds residual branches: additions of a value and of something computed from that very value with parameters of its own, where the sum has the value's shape.
/// A shortcut that changes widths or sizes is another value than the one that the branch starts from, so such sums are none.
/// </summary>
public static class ResidualBranches
{
    private const string Addition = "aten::add.Tensor";

    /// <summary>All branches, in the order of their sums.</summary>
    public static IReadOnlyList<ResidualBranch> Find(Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var users = Users(graph);
        var found = graph.Nodes.Where(IsPlainSum).Select(node => Of(graph, node, users)).OfType<ResidualBranch>().ToArray();
        var names = found.CountBy(branch => branch.Name).ToDictionary(StringComparer.Ordinal);
        return [.. found.Select(branch => names[branch.Name] == 1 ? branch : branch with { Name = $"{branch.Name}.sum{branch.Sum.Index}" })];
    }

    private static bool IsPlainSum(Node node) =>
        node.Operator == Addition && node.OptionalTensor(0) is not null && node.OptionalTensor(1) is not null && node.Number(2, 1) == 1;

    private static ResidualBranch? Of(Graph graph, Node sum, Dictionary<Value, List<Node>> users)
    {
        var (a, b) = (sum.Tensor(0), sum.Tensor(1));
        var (shortcut, result) = ComesFrom(b, a) ? (a, b) : (b, a);
        if (!ComesFrom(result, shortcut) || !shortcut.Shape.SequenceEqual(sum.Output.Shape) || shortcut.DType != sum.Output.DType)
        {
            return null;
        }

        var nodes = Exclusive(sum, shortcut, users, graph);
        var own = nodes.ToHashSet(ReferenceEqualityComparer.Instance);
        Value[] stored = [.. nodes.SelectMany(node => node.Inputs).Where(IsStored).Distinct().Where(value => users[value].All(own.Contains))];
        return stored.Length == 0 ? null : new ResidualBranch(
            NameOf(sum, stored), sum, shortcut, result, [.. nodes, sum], stored.Select(value => value.Name).ToHashSet(StringComparer.Ordinal));
    }

    private static bool IsStored(Value value) => value.Kind is ValueKind.Parameter or ValueKind.Buffer;

    private static Dictionary<Value, List<Node>> Users(Graph graph)
    {
        var users = new Dictionary<Value, List<Node>>(ReferenceEqualityComparer.Instance);
        foreach (var node in graph.Nodes)
        {
            foreach (var input in node.Inputs)
            {
                (users.TryGetValue(input, out var known) ? known : users[input] = []).Add(node);
            }
        }

        return users;
    }

    private static bool ComesFrom(Value value, Value source)
    {
        var seen = new HashSet<Value>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Value>([value]);
        while (open.TryPop(out var next))
        {
            // What is older than the source cannot come from it.
            foreach (var input in next.Producer?.Inputs ?? [])
            {
                if (ReferenceEquals(input, source))
                {
                    return true;
                }

                if (input.Id > source.Id && seen.Add(input))
                {
                    open.Push(input);
                }
            }
        }

        return false;
    }

    /// <summary>The operators whose results nothing but the branch needs: going backwards, those all of whose users are such.</summary>
    private static Node[] Exclusive(Node sum, Value shortcut, Dictionary<Value, List<Node>> users, Graph graph)
    {
        var stays = graph.Outputs.Append(shortcut).ToHashSet(ReferenceEqualityComparer.Instance);
        var own = new HashSet<Node>(ReferenceEqualityComparer.Instance) { sum };
        for (var i = sum.Index - 1; i >= 0; i--)
        {
            var node = graph.Nodes[i];
            if (node.Outputs.Any(users.ContainsKey)
                && node.Outputs.All(output => !stays.Contains(output) && users.GetValueOrDefault(output, []).All(own.Contains)))
            {
                own.Add(node);
            }
        }

        own.Remove(sum);
        return [.. own.OrderBy(node => node.Index)];
    }

    private static string NameOf(Node sum, Value[] stored)
    {
        var prefix = sum.Scope.Length == 0 ? "" : sum.Scope + ".";
        var named = stored.Any(value => value.Rank > 1) ? stored.Where(value => value.Rank > 1) : stored;
        string[] parts = [.. named.Select(value => value.Name).Select(name =>
            name.StartsWith(prefix, StringComparison.Ordinal) && name.IndexOf('.', prefix.Length) is > 0 and var dot ? name[..dot] : "").Distinct()];
        return parts is [{ Length: > 0 } only] ? only : sum.Scope.Length > 0 ? sum.Scope : $"sum{sum.Index}";
    }
}
