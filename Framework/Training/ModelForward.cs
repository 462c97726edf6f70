using Espalier.Execution;
using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Training;

/// <summary>Runs a model on images: by its own <c>forward</c> where that takes and gives one tensor, else by its graph, whose first result counts.</summary>
/// <param name="model">The model, which takes one input.</param>
public sealed class ModelForward(TracedModel model)
{
    private readonly Dictionary<long, TracedModel> traced = [];

    /// <summary>What the model makes of images, in the mode that it is in.</summary>
    /// <param name="images">[N, C, H, W].</param>
    /// <returns>The logits [N, classes], which the caller owns.</returns>
    public Tensor Run(Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        return model.Module is nn.Module<Tensor, Tensor> module ? module.call(images) : RunGraph(images);
    }

    private Tensor RunGraph(Tensor images)
    {
        if (!traced.TryGetValue(images.shape[0], out var found))
        {
            found = TracedModel.Trace(model.Module, [.. model.Inputs.Select(input => input with { Shape = images.shape })]);
            traced.Add(images.shape[0], found);
        }

        var graph = model.Module.training && found.Training is { } training ? training : found.Evaluation;
        var outputs = new Interpreter(graph, model.Module).Run(images);
        foreach (var other in outputs.Skip(1))
        {
            other.Dispose();
        }

        return outputs[0];
    }
}
