using Espalier.Graphs;
using Espalier.Operators;

namespace Espalier.Counting;

/// <summary>Counts as Torch-Pruning does; see <see cref="MacConvention.TorchPruning"/>.</summary>
internal sealed class TorchPruningCount
{
    private readonly HashSet<string> containers = [""];

    public TorchPruningCount(Graph graph)
    {
        foreach (var scope in graph.Nodes.Select(node => node.Scope).Distinct())
        {
            for (var dot = scope.LastIndexOf('.'); dot > 0; dot = scope.LastIndexOf('.', dot - 1))
            {
                containers.Add(scope[..dot]);
            }
        }
    }

    public long Of(Node node)
    {
        if (containers.Contains(node.Scope))
        {
            return 0;
        }

        var name = node.Operator["aten::".Length..];
        name = name.Split('.')[0];
        return name switch
        {
            "linear" => Products(node) + (node.OptionalTensor(2)?.Count ?? 0),
            "conv1d" or "conv2d" or "conv3d" or "conv_transpose1d" or "conv_transpose2d" or "conv_transpose3d" =>
                Products(node) + (node.OptionalTensor(2) is null ? 0 : node.Output.Count),
            "batch_norm" or "instance_norm" => node.Output.Count * (node.OptionalTensor(1) is null ? 1 : 2),
            "relu" or "relu6" or "prelu" or "elu" or "leaky_relu" => node.Output.Count,
            _ when name.Contains("_pool", StringComparison.Ordinal) => node.Tensor(0).Count,
            _ when name.StartsWith("upsample_", StringComparison.Ordinal) => node.Output.Count,
            _ => 0,
        };
    }

    private static long Products(Node node) => OperatorTable.Find(node.Operator)!.Macs(node);
}
