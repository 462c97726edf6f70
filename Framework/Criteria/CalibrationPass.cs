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
    private readonly BatchGraphs graphs = new(model);

    /// <summary>One pass. The tensors belong to the current dispose scope.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="number">Its number, for messages.</param>
    public CalibrationResult Run(ScoringBatch batch, int number)
    {
        var needsWatched = criterion.Needs.HasFlag(CriterionNeeds.ActivationGradients);
        var needsGradients = criterion.Needs.HasFlag(CriterionNeeds.Gradients) || needsWatched;
        using var mode = enable_grad(needsGradients);
        var graph = graphs.For(batch.Inputs);
        var leaves = criterion.Needs.HasFlag(CriterionNeeds.Gradients) ? Leaves(graph) : [];
        var interpreter = new Interpreter(graph, ParameterSource.Of(model.Module).With(leaves));
        var squares = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        if (criterion.Needs.HasFlag(CriterionNeeds.InputNorms))
        {
            InputSquares.Observe(interpreter, squares);
        }

        var activations = new Dictionary<Value, Tensor>(ReferenceEqualityComparer.Instance);
        var passed = new Dictionary<Value, Tensor>(ReferenceEqualityComparer.Instance);
        foreach (var value in watched)
        {
            var own = BatchGraphs.Counterpart(graph, value);
            if (needsWatched)
            {
                interpreter.Replace(own, tensor => passed[value] = Differentiable(tensor));
            }

            interpreter.Observe(own, tensor => activations[value] = tensor.detach().clone());
        }

        var results = interpreter.Run([.. batch.Inputs]);
        if (!needsGradients)
        {
            return new(leaves, squares, activations, passed);
        }

        var (names, values) = (leaves.Keys.ToArray(), passed.Keys.ToArray());
        var gradients = Gradients(results, batch, [.. names.Select(name => leaves[name]), .. values.Select(value => passed[value])], number);
        return new(Reached(names, gradients[..names.Length]), squares, activations, Reached(values, gradients[names.Length..]));
    }

    /// <summary>A tensor that its gradient can be asked for: its own where it has one, else it is where gradients begin.</summary>
    private static Tensor Differentiable(Tensor tensor) =>
        (tensor.requires_grad ? tensor.alias() : tensor.detach().requires_grad_()).MoveToOuterDisposeScope();

    private static Dictionary<T, Tensor> Reached<T>(T[] keys, Tensor[] gradients)
        where T : notnull =>
        keys.Zip(gradients).Where(pair => pair.Second is { IsInvalid: false }).ToDictionary(pair => pair.First, pair => pair.Second);

    private Tensor[] Gradients(Tensor[] results, ScoringBatch batch, Tensor[] sources, int number)
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

        return [.. autograd.grad([value], sources, allow_unused: true)];
    }

    // The model's own parameters may be frozen, and may carry gradients that are not ours: these share their memory only.
    private Dictionary<string, Tensor> Leaves(Graph graph)
    {
        var used = graph.Parameters.Where(value => value.Kind == ValueKind.Parameter).Select(value => value.Name).ToHashSet();
        return new ModuleNames(model.Module).Tensors
            .Where(entry => used.Contains(entry.Name) && entry.Tensor.is_floating_point())
            .ToDictionary(entry => entry.Name, entry => entry.Tensor.detach().requires_grad_(), StringComparer.Ordinal);
    }
}
