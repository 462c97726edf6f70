using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Training;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp;

/// <summary>How far a changed model's answers are from those that the model gave before: the mean over images of KL(before || after) of the softmax, in nats.</summary>
internal sealed class AnswerDivergence : IDisposable
{
    private readonly List<(Tensor Images, Tensor Answers)> batches = [];

    /// <summary>Asks the model as it is.</summary>
    /// <param name="context">The model and its data.</param>
    /// <param name="images">How many images.</param>
    /// <param name="batch">Images at a time.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    public AnswerDivergence(MethodContext context, int images, int batch, CancellationToken cancellationToken)
    {
        var data = context.RequireData();
        foreach (var own in data.Calibration(Math.Min(images, data.Train.Count), context.Seed, batch, cancellationToken))
        {
            using var placed = own.To(context.Device);
            batches.Add((placed.Images.clone(), Answer(context.Model, placed.Images)));
        }
    }

    /// <summary>How far another model's answers are from these.</summary>
    public double Of(TracedModel model, CancellationToken cancellationToken)
    {
        var (sum, count) = (0.0, 0L);
        foreach (var (images, before) in batches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var divergence = (before.exp() * (before - Answer(model, images))).sum(-1);
            sum += divergence.sum().item<double>();
            count += divergence.numel();
        }

        return sum / count;
    }

    /// <inheritdoc/>
    public void Dispose() => batches.ForEach(batch =>
    {
        batch.Images.Dispose();
        batch.Answers.Dispose();
    });

    /// <summary>The logarithms of the softmax.</summary>
    private static Tensor Answer(TracedModel model, Tensor images)
    {
        using var noGrad = no_grad();
        var wasTraining = model.Module.training;
        model.Module.eval();
        try
        {
            using var logits = new ModelForward(model).Run(images);
            using var precise = logits.to(float64);
            return precise.log_softmax(-1);
        }
        finally
        {
            model.Module.train(wasTraining);
        }
    }
}
