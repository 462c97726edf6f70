using Espalier.Graphs;

namespace Espalier.Attention;

/// <summary>
/// Finds attention by what it computes: a softmax over a product of two tensors, with scales, biases and masks in between, that is multiplied by a third. What
/// the modules are called does not matter, nor whether projections are fused, heads share keys, or windows stand where batches do.
/// </summary>
public static class AttentionFinder
{
    /// <summary>Operators between the product and the softmax, or between the softmax and the values, that leave tokens tokens.</summary>
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "mul", "div", "add", "sub", "neg", "where", "masked_fill", "reshape", "view", "to", "clone", "contiguous", "dropout", "clamp", "clamp_min", "clamp_max",
        "tanh", "expand", "unsqueeze", "squeeze", "unflatten", "flatten", "detach",
    };

    /// <summary>All attention of a graph, in its order.</summary>
    public static IReadOnlyList<AttentionSite> Find(Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var users = graph.Nodes.SelectMany(node => node.Inputs.Distinct().Select(value => (value, node))).ToLookup(pair => pair.value, pair => pair.node);
        var found = new List<AttentionSite>();
        foreach (var softmax in graph.Nodes.Where(node => Name(node) == "softmax"))
        {
            if (Product(softmax.Tensor(0)) is { } scores && Mixed(softmax.Output, users) is var (values, weights, mixed))
            {
                found.Add(new AttentionSite(scores.Node, scores.Left, scores.Right, values, weights, mixed));
            }
        }

        return found;
    }

    private static string Name(Node node)
    {
        var name = node.Operator.StartsWith("aten::", StringComparison.Ordinal) ? node.Operator["aten::".Length..] : node.Operator;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? name : name[..dot];
    }

    /// <summary>The product that a value comes from, through operators that pass it on.</summary>
    private static ProductOfTensors? Product(Value value)
    {
        if (value.Producer is not { } node)
        {
            return null;
        }

        return ProductOfTensors.Of(node, Name(node))
            ?? (Passing.Contains(Name(node)) ? node.Inputs.Select(Product).FirstOrDefault(product => product is not null) : null);
    }

    /// <summary>What a softmax's result is multiplied with, through operators that pass it on, as what it enters the product, and the result.</summary>
    private static (AttentionTap Values, AttentionTap Weights, AttentionTap Mixed)? Mixed(Value value, ILookup<Value, Node> users)
    {
        foreach (var node in users[value])
        {
            if (ProductOfTensors.Of(node, Name(node)) is { } product)
            {
                // The contracted dimension of the values is their tokens: turned back, tokens come before the width. Leading dimensions come as in the scores.
                return ReferenceEquals(product.Left.Value, value)
                    ? (product.Right.Transposed.LedAs(product.Left), product.Left, product.Result.LedAs(product.Left))
                    : (product.Left.Transposed.LedAs(product.Right), product.Right, product.Result.Transposed.LedAs(product.Right));
            }

            if (Passing.Contains(Name(node)) && Mixed(node.Output, users) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
