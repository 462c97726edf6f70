using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Criteria;

/// <summary>A model's evaluation graph for batches of any shape; shapes that were not met before are traced.</summary>
/// <param name="model">The traced model.</param>
public sealed class BatchGraphs(TracedModel model)
{
    private readonly List<(IReadOnlyList<InputSpec> Inputs, Graph Graph)> graphs = [(model.Inputs, model.Evaluation)];

    /// <summary>The graph for a batch.</summary>
    /// <param name="inputs">One tensor per input of the model.</param>
    public Graph For(params IReadOnlyList<Tensor> inputs)
    {
        InputSpec[] specs = [.. inputs.Zip(model.Inputs, (tensor, input) => new InputSpec(input.Name, tensor.shape, tensor.dtype))];
        foreach (var known in graphs)
        {
            if (known.Inputs.SequenceEqual(specs))
            {
                return known.Graph;
            }
        }

        var graph = TracedModel.Trace(model.Module, specs).Evaluation;
        graphs.Add((specs, graph));
        return graph;
    }

    /// <summary>The graph for calibration images, which must be of the size that the model was made for.</summary>
    /// <param name="images">One batch.</param>
    /// <exception cref="CriterionException">They are of another size, or the model takes more than images.</exception>
    public Graph ForImages(Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        CheckImages(model, images);
        return For(images);
    }

    /// <summary>Whether calibration images are of the size that a model was made for.</summary>
    /// <exception cref="CriterionException">They are not, or the model takes more than images.</exception>
    public static void CheckImages(TracedModel model, Tensor images)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(images);
        if (model.Inputs.Count != 1)
        {
            throw new CriterionException($"{model.Module.GetType().Name} takes {model.Inputs.Count} inputs, and a recipe's data are images alone. Use a criterion that needs no data.");
        }

        if (!images.shape.Skip(1).SequenceEqual(model.Inputs[0].Shape.Skip(1)))
        {
            throw new CriterionException(
                $"The calibration images are [{string.Join(", ", images.shape.Skip(1))}]; the model takes [{string.Join(", ", model.Inputs[0].Shape.Skip(1))}]. "
                + "Give the recipe's model the images' size, or its data images of the model's.");
        }
    }

    /// <summary>The value of a batch's graph that a value of the model's own graph is.</summary>
    /// <exception cref="CriterionException">There is none: the model computes something else for that batch.</exception>
    public static Value Counterpart(Graph graph, Value value)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(value);
        return value.Id < graph.Values.Count && graph.Values[value.Id] is var other && other.Name == value.Name && other.Kind == value.Kind
            && other.Rank == value.Rank && other.Producer?.Operator == value.Producer?.Operator && other.Producer?.Scope == value.Producer?.Scope
            ? other
            : throw new CriterionException(
                $"The model's graph for [{string.Join(", ", graph.Inputs[0].Shape)}] has no value '{value}': its forward depends on the batch. Trace it with the batch's shape.");
    }
}
