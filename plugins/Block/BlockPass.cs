using Espalier.Criteria;
using Espalier.Execution;
using Espalier.Graphs;
using Espalier.Methods;
using static TorchSharp.torch;

namespace Espalier.Plugins.Block;

/// <summary>Runs calibration images through a model's evaluation graph, batch by batch. The images are the same every time.</summary>
internal sealed class BlockPass(MethodContext context, CalibrationOptions options)
{
    private readonly List<(InputSpec Input, Graph Graph)> graphs = [(context.Model.Inputs[0], context.Model.Evaluation)];

    private readonly ParameterSource parameters = ParameterSource.Of(context.Model.Module);

    /// <summary>Calls for each batch.</summary>
    /// <param name="visit">Is given an interpreter of the graph for the batch, the images and their labels; what it makes is freed afterwards.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <returns>The number of images.</returns>
    /// <exception cref="CriterionException">The images are not of the model's size.</exception>
    public long Run(Action<Interpreter, Tensor, Tensor> visit, CancellationToken cancellationToken)
    {
        var data = context.RequireData();
        var images = Math.Min(options.Images, data.Train.Count);
        var done = 0L;
        foreach (var batch in data.Calibration(images, context.Seed, options.Batch, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var placed = batch.To(context.Device);
            using var scope = NewDisposeScope();
            var input = placed.Images.to(context.Model.Inputs[0].DType);
            visit(new Interpreter(GraphFor(input), parameters), input, placed.Labels);
            done += placed.Count;
        }

        return done;
    }

    private Graph GraphFor(Tensor input)
    {
        var own = context.Model.Inputs[0];
        if (context.Model.Inputs.Count != 1 || !input.shape.Skip(1).SequenceEqual(own.Shape.Skip(1)))
        {
            throw new CriterionException(
                $"The calibration images are [{string.Join(", ", input.shape.Skip(1))}]; the model takes {context.Model.Inputs.Count} input(s), of which the first is "
                + $"[{string.Join(", ", own.Shape.Skip(1))}]. Give the recipe's model the images' size, or its data images of the model's.");
        }

        var spec = new InputSpec(own.Name, input.shape, own.DType);
        foreach (var (known, graph) in graphs)
        {
            if (known == spec)
            {
                return graph;
            }
        }

        var traced = TracedModel.Trace(context.Model.Module, spec).Evaluation;
        graphs.Add((spec, traced));
        return traced;
    }
}
