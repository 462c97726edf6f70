using Espalier.Criteria;
using Espalier.Execution;
using Espalier.Methods;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Plugins.Block;

/// <summary>Runs calibration images through a model's evaluation graph, batch by batch. The images are the same every time.</summary>
internal sealed class BlockPass(MethodContext context, CalibrationOptions options)
{
    private readonly BatchGraphs graphs = new(context.Model);

    private readonly ParameterSource parameters = ParameterSource.Of(context.Model.Module);

    /// <summary>The structure of the model that is looked at.</summary>
    public ModelStructure Structure => context.Structure;

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
            visit(new Interpreter(graphs.ForImages(input), parameters), input, placed.Labels);
            done += placed.Count;
        }

        return done;
    }
}
