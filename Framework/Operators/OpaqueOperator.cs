using Espalier.Graphs;
using Espalier.Labels;
using ValueType = Espalier.Graphs.ValueType;

namespace Espalier.Operators;

/// <summary>A region that the graph does not look into: nothing that goes in or comes out changes its width.</summary>
/// <param name="name">Its name, with the prefix.</param>
public sealed class OpaqueOperator(string name) : IOperator
{
    /// <summary>What the names of all opaque regions begin with.</summary>
    public const string Prefix = "espalier::opaque.";

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Always: its shapes are given when it is recorded.</exception>
    public ValueType[] Infer(Node node) => throw new ArgumentException($"'{Name}' is opaque: its shapes must be given.");

    /// <inheritdoc/>
    public void Propagate(Node node, LabelTracker labels)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(labels);
        foreach (var value in node.Inputs.Concat(node.Outputs).Distinct())
        {
            labels.Pin(value, $"'{Name[Prefix.Length..]}' is opaque");
        }
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public TorchSharp.torch.Tensor[] Execute(Node node, IReadOnlyList<TorchSharp.torch.Tensor> inputs) => throw new NotSupportedException(
        $"'{Name[Prefix.Length..]}' is opaque: a graph that holds it cannot be run by itself. Run the model, or give the region a trace with [TraceWith].");
}
