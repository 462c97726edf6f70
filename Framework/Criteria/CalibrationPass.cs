using System.Globalization;
using Espalier.Execution;
using Espalier.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Criteria;

/// <summary>Runs a model's evaluation graph on batches and looks on.</summary>
internal sealed class CalibrationPass(
    TracedModel model, IImportanceCriterion criterion, Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>, Tensor>? loss, IReadOnlyList<Value> watched)
{
    private readonly List<(IReadOnlyList<InputSpec> Inputs, Graph Graph)> graphs = [(model.Inputs, model.Evaluation)];

    /// <summary>One pass. The tensors belong to the current dispose scope.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="number">Its number, for messages.</param>
    public CalibrationResult Run(ScoringBatch batch, int number)
    {
        var needsGradients = criterion.Needs.HasFlag(CriterionNeeds.Gradients);
        using var mode = enable_grad(needsGradients);
        var graph = GraphFor(batch);
        var leaves = needsGradients ? Leaves(graph) : [];
        var interpreter = new Interpreter(graph, ParameterSource.Of(model.Module).With(leaves));
        var squares = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        if (criterion.Needs.HasFlag(CriterionNeeds.InputNorms))
        {
            InputSquares.Observe(interpreter, squares);
        }

        var activations = new Dictionary<Value, Tensor>(ReferenceEqualityComparer.Instance);
        foreach (var value in watched)
        {
            interpreter.Observe(graph.Values[value.Id], tensor => activations[value] = tensor.detach().clone());
        }

        var results = interpreter.Run([.. batch.Inputs]);
        return new(needsGradients ? Gradients(results, batch, leaves, number) : leaves, squares, activations);
    }

    private Dictionary<string, Tensor> Gradients(Tensor[] results, ScoringBatch batch, Dictionary<string, Tensor> leaves, int number)
    {
        var function = loss ?? throw new CriterionException($"{criterion.Name} needs gradients, and the data have no loss. Give one.");
        var value = function(results, batch.Targets);
        if (value.numel() != 1 || !value.requires_grad)
        {
            throw new CriterionException(
                $"The loss is {(value.numel() == 1 ? "not made from the model's results" : $"not a single number: its shape is [{string.Join(", ", value.shape)}]")}. "
                + "Return the batch's mean loss.");
        }

        var size = value.to(float64).item<double>();
        if (!double.IsFinite(size))
        {
            throw new CriterionException(string.Create(
                CultureInfo.InvariantCulture,
                $"The loss of batch {number} is {size}: the weights or the data are not finite, or the loss overflows. Check both before pruning."));
        }

        string[] names = [.. leaves.Keys];
        var gradients = autograd.grad([value], [.. names.Select(name => leaves[name])], allow_unused: true);
        var found = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            if (gradients[i] is { IsInvalid: false } gradient)
            {
                found.Add(names[i], gradient);
            }
        }

        return found;
    }

    // The model's own parameters may be frozen, and may carry gradients that are not ours: these share their memory only.
    private Dictionary<string, Tensor> Leaves(Graph graph)
    {
        var used = graph.Parameters.Where(value => value.Kind == ValueKind.Parameter).Select(value => value.Name).ToHashSet();
        return new ModuleNames(model.Module).Tensors
            .Where(entry => used.Contains(entry.Name) && entry.Tensor.is_floating_point())
            .ToDictionary(entry => entry.Name, entry => entry.Tensor.detach().requires_grad_(), StringComparer.Ordinal);
    }

    /// <summary>The graph for a batch's shapes; shapes that were not met before are traced.</summary>
    private Graph GraphFor(ScoringBatch batch)
    {
        InputSpec[] inputs = [.. batch.Inputs.Zip(model.Inputs, (tensor, input) => new InputSpec(input.Name, tensor.shape, tensor.dtype))];
        foreach (var known in graphs)
        {
            if (known.Inputs.SequenceEqual(inputs))
            {
                return known.Graph;
            }
        }

        var graph = TracedModel.Trace(model.Module, inputs).Evaluation;
        if (watched.FirstOrDefault(value => value.Id >= graph.Values.Count || graph.Values[value.Id].Name != value.Name) is { } lost)
        {
            throw new CriterionException(
                $"The model's graph for [{string.Join(", ", inputs[0].Shape)}] has no value '{lost}': its forward depends on the batch. Trace it with the batch's shape.");
        }

        graphs.Add((inputs, graph));
        return graph;
    }
}
