namespace Espalier.Graphs;

/// <summary>
/// One run of a model's <c>forward</c> as data: the operators in order, the values between them, the parameters they use. Shapes are concrete,
/// for the input shapes it was traced with; no tensor was allocated to make it.
/// </summary>
public sealed class Graph
{
    internal Graph(
        string model, bool isTraining, IReadOnlyList<Value> inputs, IReadOnlyList<Value> outputs, IReadOnlyList<Value> values,
        IReadOnlyList<Node> nodes)
    {
        Model = model;
        IsTraining = isTraining;
        Inputs = inputs;
        Outputs = outputs;
        Values = values;
        Nodes = nodes;
    }

    /// <summary>The name of the model's class.</summary>
    public string Model { get; }

    /// <summary>Whether the model was traced as in training.</summary>
    public bool IsTraining { get; }

    /// <summary>The model's inputs.</summary>
    public IReadOnlyList<Value> Inputs { get; }

    /// <summary>The model's results.</summary>
    public IReadOnlyList<Value> Outputs { get; }

    /// <summary>All values, by <see cref="Value.Id"/>.</summary>
    public IReadOnlyList<Value> Values { get; }

    /// <summary>All operators, in an order of execution.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>The parameters and buffers that the graph uses.</summary>
    public IEnumerable<Value> Parameters => Values.Where(value => value.Kind is ValueKind.Parameter or ValueKind.Buffer);
}
