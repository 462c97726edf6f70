using Espalier.Graphs;
using Espalier.Operators;

namespace Espalier.Counting;

/// <summary>What a model costs, from its graph alone.</summary>
public sealed class ModelCounts
{
    private ModelCounts(MacConvention convention, long parameters, long parameterBytes, IReadOnlyList<NodeCount> nodes)
    {
        Convention = convention;
        Parameters = parameters;
        ParameterBytes = parameterBytes;
        Nodes = nodes;
    }

    /// <summary>What <see cref="Macs"/> counts.</summary>
    public MacConvention Convention { get; }

    /// <summary>The numbers in all parameters that the graph uses; buffers left out.</summary>
    public long Parameters { get; }

    /// <summary>The memory of those parameters.</summary>
    public long ParameterBytes { get; }

    /// <summary>The multiply-accumulate operations of one forward pass at the batch that was traced.</summary>
    public long Macs => Nodes.Sum(node => node.Macs);

    /// <summary>The most memory that inputs and results take at a time, if each is freed after its last use. Parameters are left out.</summary>
    public long PeakActivationBytes => Nodes.Select(node => node.LiveBytes).DefaultIfEmpty().Max();

    /// <summary>Each operator's share, in order of execution.</summary>
    public IReadOnlyList<NodeCount> Nodes { get; }

    /// <summary>Counts a model's evaluation graph.</summary>
    public static ModelCounts Of(TracedModel model, MacConvention convention = MacConvention.Products)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Of(model.Evaluation, convention);
    }

    /// <summary>Counts a graph.</summary>
    public static ModelCounts Of(Graph graph, MacConvention convention = MacConvention.Products)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Value[] parameters = [.. graph.Parameters.Where(value => value.Kind == ValueKind.Parameter)];
        var memory = ActivationMemory.Of(graph);
        var macs = MacCount.By(convention, graph);
        return new ModelCounts(
            convention, parameters.Sum(value => value.Count), parameters.Sum(value => value.Count * DTypes.Size(value.DType)),
            [
                .. graph.Nodes.Select(node => new NodeCount(
                    node, macs(node), memory[node.Index].Allocated, memory[node.Index].Live)),
            ]);
    }
}
