using static TorchSharp.torch;

namespace Espalier.Graphs;

/// <summary>A model with its graphs: the one entry into everything that the framework does with a model.</summary>
public sealed class TracedModel
{
    private TracedModel(nn.Module module, IReadOnlyList<InputSpec> inputs, Graph evaluation, Graph? training)
    {
        Module = module;
        Inputs = inputs;
        Evaluation = evaluation;
        Training = training;
        Fingerprint = ModelFingerprint.Of(module);
    }

    /// <summary>The model.</summary>
    public nn.Module Module { get; }

    /// <summary>What it was traced with.</summary>
    public IReadOnlyList<InputSpec> Inputs { get; }

    /// <summary>Its graph in evaluation.</summary>
    public Graph Evaluation { get; }

    /// <summary>Its graph in training; null where that is the same.</summary>
    public Graph? Training { get; }

    /// <summary>The graphs that differ: evaluation, and training if it does.</summary>
    public IReadOnlyList<Graph> Graphs => Training is null ? [Evaluation] : [Evaluation, Training];

    /// <summary>A short text that changes when the names or shapes of the parameters do.</summary>
    public string Fingerprint { get; }

    /// <summary>Traces a model; no tensor is allocated.</summary>
    /// <param name="module">The model: a class with <see cref="PrunableModelAttribute"/>, or one of TorchSharp's own modules.</param>
    /// <param name="inputs">One per parameter of its <c>forward</c>.</param>
    /// <exception cref="TraceException">The model cannot be traced; the message says where, why and what to do.</exception>
    public static TracedModel Trace(nn.Module module, params IReadOnlyList<InputSpec> inputs)
    {
        ArgumentNullException.ThrowIfNull(module);
        if (inputs.Count == 0)
        {
            throw new TraceException($"{module.GetType().Name} cannot be traced without an input: give the shape of each of its forward's tensors.");
        }

        foreach (var input in inputs.Where(input => input.Shape.Any(size => size < 1)))
        {
            throw new TraceException(
                $"Input '{input.Name}' has the shape [{string.Join(", ", input.Shape)}]. A trace needs concrete sizes of at least 1: give an example's.");
        }

        var (evaluation, dependsOnTraining) = Run(module, inputs, training: false);
        return new TracedModel(module, inputs, evaluation, dependsOnTraining ? Run(module, inputs, training: true).Graph : null);
    }

    private static (Graph Graph, bool DependsOnTraining) Run(nn.Module module, IReadOnlyList<InputSpec> inputs, bool training)
    {
        var tracer = new Tracer(module, training);
        var symbols = inputs.Select(input => tracer.Input(input.Name, input.Shape, input.DType)).ToArray();
        var outputs = tracer.CallMany(module, symbols);
        return (tracer.Finish(outputs), tracer.DependsOnTraining);
    }
}
