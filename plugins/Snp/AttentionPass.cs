using System.Globalization;
using Espalier.Criteria;
using Espalier.Execution;
using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp;

/// <summary>Runs calibration data through a model's evaluation graph and shows each attention its queries and keys on the way.</summary>
/// <remarks>At any time there are the activations that the graph needs at that point, and for one attention its factors in float64.</remarks>
internal sealed class AttentionPass(TracedModel model, IReadOnlyList<AttentionStatistics> sites)
{
    private readonly List<(IReadOnlyList<InputSpec> Inputs, Graph Graph)> graphs = [(model.Inputs, model.Evaluation)];

    /// <summary>One batch.</summary>
    /// <param name="inputs">One tensor per input of the model; any number of samples.</param>
    /// <param name="number">The batch's number, from 1, for messages.</param>
    /// <exception cref="CriterionException">The inputs are not of the size that the model was traced for, or something is not finite.</exception>
    public void Run(IReadOnlyList<Tensor> inputs, int number)
    {
        Check(inputs, number);
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var graph = GraphFor(inputs);
        var interpreter = new Interpreter(graph, model.Module);
        foreach (var site in sites)
        {
            interpreter.Observe(graph.Values[site.Site.Query.Value.Id], tensor => site.SeeQuery(tensor, inputs[0].shape[0]));
            interpreter.Observe(graph.Values[site.Site.Key.Value.Id], tensor => site.SeeKey(tensor, inputs[0].shape[0]));
        }

        interpreter.Run(inputs);
    }

    private void Check(IReadOnlyList<Tensor> inputs, int number)
    {
        foreach (var (input, tensor) in model.Inputs.Zip(inputs))
        {
            if (!tensor.shape.Skip(1).SequenceEqual(input.Shape.Skip(1)))
            {
                throw new CriterionException(
                    $"Calibration batch {number.ToString(CultureInfo.InvariantCulture)} has images of {Text(tensor.shape)}; the model takes {Text(input.Shape)}. "
                    + "Give the recipe's model the images' size, or its data images of the model's.");
            }
        }
    }

    private static string Text(IEnumerable<long> shape) => $"[{string.Join(", ", shape.Skip(1))}]";

    /// <summary>The graph for a batch's shapes; shapes that were not met before are traced.</summary>
    private Graph GraphFor(IReadOnlyList<Tensor> batch)
    {
        InputSpec[] inputs = [.. batch.Zip(model.Inputs, (tensor, input) => new InputSpec(input.Name, tensor.shape, tensor.dtype))];
        foreach (var known in graphs)
        {
            if (known.Inputs.SequenceEqual(inputs))
            {
                return known.Graph;
            }
        }

        var graph = TracedModel.Trace(model.Module, inputs).Evaluation;
        graphs.Add((inputs, graph));
        return graph;
    }
}
