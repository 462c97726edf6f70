using Espalier.Methods;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Training;

/// <summary>The model that another learns from: frozen, in evaluation mode.</summary>
internal sealed class Teacher : IDisposable
{
    private readonly Graphs.TracedModel model;
    private readonly ModelForward forward;

    /// <summary>The model before it was cut.</summary>
    /// <exception cref="TrainingException">The run keeps no original.</exception>
    public Teacher(MethodContext context)
    {
        model = context.Original?.Invoke()
            ?? throw new TrainingException("distill needs the model as it was when the run began, and this run does not keep it: leave distill out.");
        model.Module.to(context.Device);
        model.Module.eval();
        forward = new ModelForward(model);
    }

    /// <summary>Its logits, without gradients.</summary>
    public Tensor Run(Tensor images)
    {
        using var off = no_grad();
        return forward.Run(images);
    }

    /// <inheritdoc/>
    public void Dispose() => model.Module.Dispose();
}
