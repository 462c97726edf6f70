using Espalier.Graphs;

namespace Espalier.Planning;

/// <summary>The layers of a model as its graphs use them.</summary>
public static class ModelLayers
{
    /// <summary>All layers, in the order of their first use.</summary>
    public static IReadOnlyList<ModelLayer> Of(TracedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var uses = new Dictionary<string, LayerKind>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var node in model.Graphs.SelectMany(graph => graph.Nodes))
        {
            foreach (var parameter in node.Inputs.Where(value => value.Kind == ValueKind.Parameter))
            {
                if (!uses.TryGetValue(parameter.Name, out var known))
                {
                    order.Add(parameter.Name);
                }

                if (known == LayerKind.Other)
                {
                    uses[parameter.Name] = KindOf(node, parameter);
                }
            }
        }

        var owners = order.Select(Owner).ToHashSet(StringComparer.Ordinal);
        var containers = owners.SelectMany(Above).Append("").ToHashSet(StringComparer.Ordinal);
        return
        [
            .. order.GroupBy(name => Owner(name) is var owner && containers.Contains(owner) ? name : owner, StringComparer.Ordinal)
                .Select(names => Layer(names.Key, [.. names], uses))
        ];
    }

    /// <summary>The paths of the modules that a name lies in, the innermost first; not the model's own.</summary>
    internal static IEnumerable<string> Above(string name)
    {
        for (var owner = Owner(name); owner.Length > 0; owner = Owner(owner))
        {
            yield return owner;
        }
    }

    private static ModelLayer Layer(string path, string[] parameters, Dictionary<string, LayerKind> uses) => new(
        path, parameters.Select(name => uses[name]).FirstOrDefault(kind => kind != LayerKind.Other), parameters)
    {
        Weight = parameters.FirstOrDefault(name => uses[name] is LayerKind.Linear or LayerKind.Convolution or LayerKind.Depthwise or LayerKind.Embedding),
    };

    private static LayerKind KindOf(Node node, Value parameter)
    {
        bool IsAt(int position) => node.OptionalTensor(position)?.Name == parameter.Name;
        return node.Operator.StartsWith("aten::conv", StringComparison.Ordinal) && IsAt(1)
            ? node.Int(6, 1) > 1 && parameter.Shape[1] == 1 ? LayerKind.Depthwise : LayerKind.Convolution
            : node.Operator == "aten::linear" && IsAt(1) ? LayerKind.Linear
            : node.Operator == "aten::embedding" && IsAt(0) ? LayerKind.Embedding
            : node.Operator.EndsWith("_norm", StringComparison.Ordinal) ? LayerKind.Norm
            : LayerKind.Other;
    }

    private static string Owner(string name) => name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : "";
}
