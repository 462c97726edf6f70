using Espalier.Graphs;
using Espalier.Operators;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Execution;

/// <summary>
/// Runs a graph on tensors, operator by operator, with autograd like the model's own <c>forward</c>. Any value, parameters included, can be looked at or
/// replaced on the way: that is how criteria see activations and how soft masks train.
/// </summary>
public sealed class Interpreter
{
    private readonly ParameterSource parameters;
    private readonly Liveness liveness;
    private readonly Dictionary<Value, List<Action<Tensor>>> observers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Value, List<Func<Tensor, Tensor>>> replacements = new(ReferenceEqualityComparer.Instance);

    /// <summary>An interpreter of a graph with the parameters of the model that it was traced from.</summary>
    public Interpreter(Graph graph, nn.Module model)
        : this(graph, ParameterSource.Of(model))
    {
    }

    /// <summary>An interpreter of a graph with parameters from anywhere.</summary>
    public Interpreter(Graph graph, ParameterSource parameters)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(parameters);
        Graph = graph;
        this.parameters = parameters;
        liveness = new Liveness(graph);
    }

    /// <summary>The graph.</summary>
    public Graph Graph { get; }

    /// <summary>Shows a value at every run, after what replaces it. The tensor is valid during the call: to keep it, clone it.</summary>
    /// <returns>Ends the observation when disposed of.</returns>
    public IDisposable Observe(Value value, Action<Tensor> observer) => new Entry<Action<Tensor>>(observers, value, observer);

    /// <summary>
    /// Puts another tensor in a value's place at every run; several replacements follow one another. Gradients flow through what the function does;
    /// tensors that it makes are freed afterwards.
    /// </summary>
    /// <returns>Ends the replacement when disposed of.</returns>
    public IDisposable Replace(Value value, Func<Tensor, Tensor> replacement) => new Entry<Func<Tensor, Tensor>>(replacements, value, replacement);

    /// <summary>Runs the graph. What is no longer needed is freed on the way; while gradients are recorded, autograd keeps what it needs itself.</summary>
    /// <param name="inputs">One tensor per input, of the shape that the graph was traced for.</param>
    /// <returns>The results, which the caller owns.</returns>
    /// <exception cref="ArgumentException">An input's number or shape is another one.</exception>
    public Tensor[] Run(params IReadOnlyList<Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Check(inputs);
        using var run = new Session(this, inputs);
        foreach (var node in Graph.Nodes)
        {
            run.Execute(node);
        }

        // A result may be an input, a parameter, or named twice: each gets a tensor of its own.
        return [.. Graph.Outputs.Select(output => run.Find(output).alias())];
    }

    private void Check(IReadOnlyList<Tensor> inputs)
    {
        if (inputs.Count != Graph.Inputs.Count)
        {
            throw new ArgumentException($"The graph of {Graph.Model} has {Graph.Inputs.Count} inputs; {inputs.Count} are given.", nameof(inputs));
        }

        foreach (var (value, tensor) in Graph.Inputs.Zip(inputs))
        {
            if (!value.Shape.SequenceEqual(tensor.shape))
            {
                throw new ArgumentException(
                    $"Input '{value.Name}' has shape {Shapes.Text(tensor.shape)}; the graph of {Graph.Model} was traced for {Shapes.Text(value.Shape)}. "
                    + "Trace the model again for other shapes.",
                    nameof(inputs));
            }
        }
    }

    /// <summary>The tensors of one run.</summary>
    private sealed class Session : IDisposable
    {
        private readonly Interpreter interpreter;
        private readonly Func<string, Tensor> parameters;
        private readonly Device? device;
        private readonly Dictionary<Value, (Tensor Tensor, bool IsOwned)> tensors = new(ReferenceEqualityComparer.Instance);

        public Session(Interpreter interpreter, IReadOnlyList<Tensor> inputs)
        {
            this.interpreter = interpreter;
            parameters = interpreter.parameters.Open();
            device = inputs.Count > 0 ? inputs[0].device : null;
            foreach (var (value, tensor) in interpreter.Graph.Inputs.Zip(inputs))
            {
                Put(value, tensor, isOwned: false);
            }
        }

        public Tensor Find(Value value)
        {
            if (!tensors.ContainsKey(value))
            {
                Put(value, value.Constant ?? parameters(value.Name), isOwned: false);
            }

            return tensors[value].Tensor;
        }

        public void Execute(Node node)
        {
            var definition = OperatorTable.Find(node.Operator)
                ?? throw new InvalidOperationException($"{node.Operator} in '{node.Scope}' has no definition. Register the operator.");
            var results = Execute(node, definition, [.. node.Inputs.Select(Find)]);
            for (var i = 0; i < results.Length; i++)
            {
                Put(node.Outputs[i], results[i], isOwned: true);
            }

            foreach (var ended in interpreter.liveness.EndingAt(node))
            {
                if (tensors.Remove(ended, out var entry) && entry.IsOwned)
                {
                    entry.Tensor.Dispose();
                }
            }
        }

        /// <summary>Frees what is left.</summary>
        public void Dispose()
        {
            foreach (var (tensor, isOwned) in tensors.Values)
            {
                if (isOwned)
                {
                    tensor.Dispose();
                }
            }
        }

        // What the operator makes on the way is freed here; observers and replacements run outside of the scope and may keep what they make.
        private Tensor[] Execute(Node node, IOperator definition, Tensor[] inputs)
        {
            using var scope = NewDisposeScope();
            var results = definition.Execute(node, inputs);
            for (var i = 0; i < results.Length; i++)
            {
                // Some functions give back their argument, which has an owner already.
                var result = inputs.Contains(results[i], ReferenceEqualityComparer.Instance) ? results[i].alias() : results[i];
                result = inputs.Length == 0 && device is not null ? result.to(device) : result;
                results[i] = result.MoveToOuterDisposeScope();
            }

            return results;
        }

        private void Put(Value value, Tensor tensor, bool isOwned)
        {
            foreach (var replacement in interpreter.replacements.GetValueOrDefault(value, []))
            {
                // The function may give back what it was given, or a tensor of its own: the alias is this run's in any case.
                using var scope = NewDisposeScope();
                var replaced = replacement(tensor).alias().MoveToOuterDisposeScope();
                if (isOwned)
                {
                    tensor.Dispose();
                }

                (tensor, isOwned) = (replaced, true);
            }

            tensors.Add(value, (tensor, isOwned));
            foreach (var observer in interpreter.observers.GetValueOrDefault(value, []))
            {
                observer(tensor);
            }
        }
    }

    /// <summary>An observation or a replacement, until it is disposed of.</summary>
    private sealed class Entry<T> : IDisposable
        where T : class
    {
        private readonly List<T> list;
        private readonly T entry;

        public Entry(Dictionary<Value, List<T>> table, Value value, T entry)
        {
            ArgumentNullException.ThrowIfNull(value);
            ArgumentNullException.ThrowIfNull(entry);
            if (!table.TryGetValue(value, out var known))
            {
                table.Add(value, known = []);
            }

            list = known;
            this.entry = entry;
            list.Add(entry);
        }

        public void Dispose() => list.Remove(entry);
    }
}
